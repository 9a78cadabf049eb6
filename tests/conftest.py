from hypothesis import settings

# Time is measured by benchmarks; a test fails by what it finds, on a busy machine too.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
