"""`zi.py uji`: the tests, what they need beside Python, and whether a change needs them."""
