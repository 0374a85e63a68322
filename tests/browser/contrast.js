// Which words do not stand out enough from what is painted behind them (WCAG 2, level AA)?
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], under) => [r, g, b].map((value, n) => value * a + under[n] * (1 - a));
  const luminance = (colour) => {
    const [r, g, b] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const upwards = function* (element) {
    for (let at = element; at; at = at.parentElement) yield at;
  };
  // The colour behind an element; null where it is a pattern.
  const ground = (element) => {
    const layers = [];
    for (const at of upwards(element)) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== "none") return null;
      const colour = rgba(style.backgroundColor);
      layers.unshift(colour);
      if (colour[3] === 1) break;
    }
    return layers.reduce((under, layer) => over(layer, under), [255, 255, 255]);
  };
  const poor = new Set();
  for (const element of document.querySelectorAll(".sg *, .sg-menu *, .sg-foot *")) {
    const speaks = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!speaks || !element.checkVisibility() || element.closest(".sg-vh, .is-other, svg")) continue;
    const behind = ground(element);
    if (!behind) continue;
    const style = getComputedStyle(element);
    const [r, g, b, a] = rgba(style.color);
    const opacity = [...upwards(element)].reduce((sum, at) => sum * getComputedStyle(at).opacity, a);
    const values = [luminance(over([r, g, b, opacity], behind)), luminance(behind)];
    const ratio = (Math.max(...values) + 0.05) / (Math.min(...values) + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) {
      poor.add(`${element.className || element.tagName} "${element.textContent.trim().slice(0, 30)}" ${ratio.toFixed(2)}`);
    }
  }
  return [...poor];
}
