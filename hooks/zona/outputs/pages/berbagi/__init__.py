"""The pages to take something along from: what changed, open data, and what there is to share."""
