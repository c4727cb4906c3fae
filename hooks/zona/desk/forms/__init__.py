"""Forms for the data files that the office keeps: fields from the models, and files edited without losing what stands there."""
