"""Evidence as it is published: its bytes as they were verified, under names that say nothing."""
