"""Readers of the datasets' own formats, one module a format; `CONVERTERS` is the one table of them."""

from trainer.megakpt.converters.table import CONVERTERS

__all__ = ["CONVERTERS"]
