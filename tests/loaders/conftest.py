"""Property tests that say what is wrong with a loader, not how busy the machine is."""

from hypothesis import HealthCheck, settings

# On a fresh machine the first draw of a text builds the tables of Unicode, which takes seconds.
settings.register_profile("loaders", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("loaders")
