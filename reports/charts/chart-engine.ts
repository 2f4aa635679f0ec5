import type { GlobalFonts } from '@napi-rs/canvas';
import type { Framed } from './chart-frame.js';
import { size } from './chart-style.js';

/** Thrown if this platform has no native canvas; the card then shows the figures in its table alone. */
export class NoCanvasError extends Error {
  constructor(cause: unknown) {
    super('charts cannot be drawn here: @napi-rs/canvas has no build for this platform', { cause });
    this.name = 'NoCanvasError';
  }
}

export interface Engine {
  fonts: typeof GlobalFonts;
  draw(picture: Framed): Promise<Buffer>;
}

let loaded: Promise<Engine> | undefined;

/** Loads ECharts on a native canvas at the first chart: it takes 45 MB, and many processes never draw. */
export function engine(): Promise<Engine> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Engine> {
  const canvas = await import('@napi-rs/canvas').catch((error) => {
    throw new NoCanvasError(error);
  });
  const echarts = await import('echarts/dist/echarts.esm.min');
  echarts.setPlatformAPI({ createCanvas: () => canvas.createCanvas(1, 1) });
  return {
    fonts: canvas.GlobalFonts,
    async draw({ option, height }) {
      const paper = canvas.createCanvas(size.width * size.scale, height * size.scale);
      const chart = echarts.init(paper, null, {
        renderer: 'canvas',
        width: size.width,
        height,
        devicePixelRatio: size.scale,
      });
      try {
        chart.setOption(option);
        // Awaited here, since disposing clears the canvas.
        return await paper.encode('png');
      } finally {
        chart.dispose();
      }
    },
  };
}
