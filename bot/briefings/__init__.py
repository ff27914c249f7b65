"""What a reader would otherwise work out alone: briefings, timelines, comparisons."""
