"""The benchmarks that are more than timing."""
