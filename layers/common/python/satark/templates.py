"""In which language a template is sent, of those in which Meta holds it."""

from satark.police_range.model import PoliceRange


def template_language(name: str, language: str, police_range: PoliceRange) -> str:
    """The language itself where Meta holds the template in it, else the range's first."""
    approved = {(template.name, template.language) for template in police_range.templates}
    return language if (name, language) in approved else police_range.languages[0]
