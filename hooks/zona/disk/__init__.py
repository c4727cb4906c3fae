"""What commands do on disk: results, transactions, the exchange of a served folder, this checkout."""
