import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDrawing } from './drawing.ts';
import { icns, ico, png } from './image-files.ts';
import { rasterise } from './rasterise.ts';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** Makes the icons of every system from a drawing: `NAME.ico`, `NAME.icns`, and pictures for Linux in `NAME/`. */
export async function makeIcons(drawing: string, name: string, folder: string): Promise<void> {
  const pictures = await rasterise(readDrawing(await readFile(drawing, 'utf8')), sizes);
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, `${name}.ico`), ico(pictures.filter(({ size }) => size <= 256)));
  await writeFile(join(folder, `${name}.icns`), icns(pictures));
  for (const picture of pictures.filter(({ size }) => size <= 512)) {
    const file = `${picture.size}x${picture.size}.png`;
    await writeFile(join(folder, name, file), png(picture));
  }
}

if (import.meta.main) {
  const here = import.meta.dirname;
  for (const name of ['icon', 'pack'])
    await makeIcons(join(here, `${name}.svg`), name, join(here, '../../out/icons'));
}
