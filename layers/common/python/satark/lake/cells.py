"""The cells of the map: hexagons of Uber's H3, of 5.2 km² (7) and 0.74 km² (8).

https://h3geo.org. h3 lies in the layer of the lake's functions alone.
"""

import h3


def cell(latitude: float, longitude: float, resolution: int) -> str:
    return str(h3.latlng_to_cell(latitude, longitude, resolution))


def outline(cell_id: str) -> tuple[tuple[float, float], ...]:
    """The corners of a cell, as latitude and longitude."""
    return tuple((float(lat), float(lon)) for lat, lon in h3.cell_to_boundary(cell_id))


def centre(cell_id: str) -> tuple[float, float]:
    """Latitude and longitude."""
    latitude, longitude = h3.cell_to_latlng(cell_id)
    return float(latitude), float(longitude)
