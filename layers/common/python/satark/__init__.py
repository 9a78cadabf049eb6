"""Satark Mitra's common layer: the nouns of the domain, the ports, and the adapters behind them."""
