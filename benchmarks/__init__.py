"""What Footcare costs: `python -m benchmarks` measures it on this machine and writes one table."""
