"""The one way out: what cannot be judged is never taken for safe."""


class Unmodelled(Exception):
    """The template holds something that this proof cannot judge; the message says what to do."""
