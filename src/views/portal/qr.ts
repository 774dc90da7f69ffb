/** The address of a view as a QR code, for print. */
import { pngFrom } from './raster.ts';

/** Empty squares round the code that a camera needs. */
const BORDER = 4;
/** Pixels of a square: sharp at the size of a coin in print. */
const SQUARE = 16;

/** The code as SVG and as PNG. */
export async function qrOf(address: string): Promise<{ readonly svg: string; readonly png: Blob }> {
  const { encode, renderSVG } = await import('uqr');
  const how = { ecc: 'M', border: BORDER } as const;
  const svg = renderSVG(address, { ...how, pixelSize: SQUARE });
  const side = encode(address, how).size * SQUARE;
  return { svg, png: await pngFrom(svg, { width: side, height: side }) };
}
