"""Pictures of briefings: SVG drawn by the bot itself, and PNG where resvg is installed."""
