const svgNamespace = 'http://www.w3.org/2000/svg';

/** What of a drawing's look comes from style sheets, which a picture taken out of the page leaves behind. */
const looks = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'opacity'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'paint-order', 'display', 'visibility'],
];
const margin = 16;
const titleHeight = 32;
const rowHeight = 22;
/** Sharp on dense screens and in print. */
const scale = 2;

export interface LegendEntry {
  readonly label: string;
  /** A colour as a style sheet writes it, e.g. `var(--chart-1)`. */
  readonly color: string;
}

interface PictureWords {
  readonly title: string;
  readonly legend: readonly LegendEntry[];
}

/**
 * The drawing of a chart as an image that stands for itself: colours and fonts written into it, the page's background behind, its title
 * above, its legend below.
 */
export function pictureOf(drawing: SVGSVGElement, { title, legend }: PictureWords): SVGSVGElement {
  const box = drawing.getBoundingClientRect();
  const inner = clone(drawing);
  const ink = getComputedStyle(drawing).color;
  const width = Math.ceil(box.width) + 2 * margin;
  const places = legendPlaces(
    legend.map(({ label }) => label),
    width - 2 * margin,
  );
  const legendTop = margin + titleHeight + Math.ceil(box.height) + margin;
  const height = legendTop + (places.at(-1)?.row ?? -1) * rowHeight + (legend.length === 0 ? 0 : rowHeight) + margin;
  const picture = make('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  picture.setAttribute('xmlns', svgNamespace);
  picture.append(make('rect', { width, height, fill: backgroundOf(drawing) }));
  picture.append(words(title, { x: margin, y: margin + 14, fill: ink, 'font-size': 16, 'font-weight': 600 }));
  inner.setAttribute('x', String(margin));
  inner.setAttribute('y', String(margin + titleHeight));
  picture.append(inner);
  legend.forEach(({ label, color }, n) => {
    const { x, row } = places[n] ?? { x: 0, row: 0 };
    const y = legendTop + row * rowHeight;
    picture.append(make('rect', { x: margin + x, y, width: 12, height: 12, rx: 2, fill: resolved(color, drawing) }));
    picture.append(words(label, { x: margin + x + 18, y: y + 10, fill: ink, 'font-size': 12 }));
  });
  return picture;
}

/** Where the entries of a legend stand, in rows that are not wider than there is room. @param room in pixels */
export function legendPlaces(labels: readonly string[], room: number): { readonly x: number; readonly row: number }[] {
  let [x, row] = [0, 0];
  return labels.map((label) => {
    const wide = 36 + label.length * 7;
    if (x > 0 && x + wide > room) [x, row] = [0, row + 1];
    const place = { x, row };
    x += wide;
    return place;
  });
}

export function svgText(picture: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
}

/** The picture as PNG. @throws Error where the browser cannot draw it */
export async function pngOf(picture: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  // Forge lets pages show images that they made themselves from data: addresses.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(picture))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Number(picture.getAttribute('width')) * scale;
  canvas.height = Number(picture.getAttribute('height')) * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws no pictures.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture could not be made.')) : resolve(blob)), 'image/png');
  });
}

function make<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(svgNamespace, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}

function words(text: string, attributes: Readonly<Record<string, string | number>>): SVGTextElement {
  const element = make('text', { 'font-family': 'system-ui, sans-serif', ...attributes });
  element.textContent = text;
  return element;
}

/** A copy whose elements carry their look themselves. */
function clone(element: SVGSVGElement): SVGSVGElement {
  const copy = make('svg', { width: element.clientWidth, height: element.clientHeight, overflow: 'visible' });
  for (const child of element.children) copyInto(copy, child);
  return copy;
}

function copyInto(parent: Element, element: Element): void {
  const copy = document.createElementNS(svgNamespace, element.localName);
  for (const { name, value } of element.attributes) {
    if (!name.startsWith('on') && name !== 'class' && name !== 'style') copy.setAttribute(name, value);
  }
  const style = getComputedStyle(element);
  copy.setAttribute('style', looks.map((look) => `${look}:${style.getPropertyValue(look)}`).join(';'));
  for (const child of element.childNodes) {
    if (child instanceof Element) copyInto(copy, child);
    else if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
  }
  parent.append(copy);
}

/** A colour as it is drawn on the page, without variables. */
function resolved(color: string, within: SVGSVGElement): string {
  const probe = make('rect', { style: `fill:${color}` });
  within.append(probe);
  const { fill } = getComputedStyle(probe);
  probe.remove();
  return fill;
}

function backgroundOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    if (color !== '' && color !== 'transparent' && color !== 'rgba(0, 0, 0, 0)') return color;
  }
  return '#ffffff';
}
