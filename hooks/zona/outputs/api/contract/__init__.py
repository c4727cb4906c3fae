"""The contract of the published JSON, version 1: what every file holds, as frozen models. Append-only. Nothing else says which
keys there are: files, schemas, the OpenAPI description and the data dictionary are made from these models."""
