"""The GKDT network: configuration, parts, and the whole."""
