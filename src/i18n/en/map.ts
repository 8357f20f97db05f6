export default {
  north: 'N',
  drawing: 'The map is being drawn',
  unavailable:
    'No WebGL is available in this browser, so the map cannot be drawn; tables and figures are not affected.',
  lost: 'The graphics card has taken the map back for a moment; it is being restored.',
  reduced: 'The canvas is larger than the graphics card allows; the map is drawn less sharply.',
  scale: 'Scale',
  keys: 'Arrows move, plus and minus zoom, comma and full stop step through the symbols, Enter selects',
}
