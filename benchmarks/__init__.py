"""What qingwen costs: each module is one command, ``python -m benchmarks.NAME``."""
