"""How Hypothesis runs where it makes up requests."""

from hypothesis import HealthCheck, settings


def fuzz(examples: int):
    """Hypothesis' settings: no deadline, because the machine may be busy, and no database outside the run."""
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
    return settings(max_examples=examples, deadline=None, database=None, suppress_health_check=checks)
