"""xunion_desktop: the offline daily desk of a county trade-union federation (县总工会)."""

__version__ = "0.1.0"
