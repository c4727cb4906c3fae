"""Charts as plain geometry: findings in, frozen numbers and sentences out; `templates/charts/` draws them and decides nothing.
Across, positions are percent of the chart's width wherever a chart stretches with its page; down, they are CSS pixels, so that
text and patterns keep their size on every screen. Only the map has a fixed viewBox."""
