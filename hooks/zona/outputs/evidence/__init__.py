"""Evidence as it is published: photos cleaned, names that say nothing."""
