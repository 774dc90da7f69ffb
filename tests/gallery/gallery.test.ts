// The named scenes as numbers. A difference is written beside the old picture; it does not say which of the two is right.
import { describe, expect, test } from 'vitest';
import { drawScene } from './draw.ts';
import { scenes } from './scenes.ts';

describe('gallery', () => {
  test.each(Object.entries(scenes))('%s', async (name, scene) => {
    const { svg, dots } = drawScene(scene.address);
    expect(dots, 'an empty scene shows nothing').toBeGreaterThan(0);
    expect(svg).not.toContain('NaN');
    expect(svg.split('\n').length).toBeLessThanOrEqual(200);
    await expect(svg).toMatchFileSnapshot(`./snapshots/${name}.svg`);
  });
});
