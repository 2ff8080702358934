/** What hands do in a window of VS Code: press, pick, go to a line, and wait for what comes of it. */

/**
 * Puts the caret at the start of a line (counted from 1) of the text that has or last had the focus. Asks again where
 * something that closed just then took the focus from the picker.
 */
export async function goToLine(page, line) {
  for (let attempt = 1; ; attempt++) {
    await pick(page, ['Control+KeyG'], `:${line}`, `${line}`);
    try {
      return await atLine(page, line, attempt < 3 ? 3_000 : undefined);
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

/** Runs a command by its name from the palette. */
export async function command(page, name) {
  await pick(page, ['F1'], `>${name}`, name);
}

/**
 * Opens a picker from the text, types, and takes the first row once it is the one that is meant. A picker closes when
 * something else takes the focus, and a panel that was just left may do that late: then it is opened again.
 */
export async function pick(page, keys, typed, row = typed) {
  const picker = page.locator('.quick-input-widget');
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press('Control+Digit1');
    await page.locator('.monaco-editor.focused').first().waitFor();
    for (const key of keys) await page.keyboard.press(key);
    try {
      const list = picker.locator('.quick-input-list .monaco-list-row');
      await list.first().waitFor({ timeout: 4000 });
      await picker.locator('input').first().fill(typed, { timeout: 4000 });
      await picker.locator('.monaco-list-row', { hasText: row }).first().waitFor({ timeout: 4000 });
      await picker.locator('input:focus').waitFor({ timeout: 4000 }); // keys would go into the text
      await page.keyboard.press('Enter');
      await picker.waitFor({ state: 'hidden', timeout: 4000 });
      return;
    } catch (error) {
      if (attempt === 3) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** Resolves when the caret is on the line. */
export async function atLine(page, line, timeout) {
  await page
    .locator('.active-line-number', { hasText: new RegExp(`^${line}$`) })
    .first()
    .waitFor({ timeout });
}

/** Resolves when `holds` does; rejects when it does not within so many milliseconds. */
export async function until(holds, within = 15_000) {
  const end = performance.now() + within;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${within / 1000} s: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Presses again where nothing comes: before the first analysis, or while extensions are still registering what they offer. */
export async function pressUntil(page, key, there) {
  for (let press = 1; ; press++) {
    await page.keyboard.press(key);
    try {
      await there.waitFor({ timeout: 3_000 });
      return;
    } catch (error) {
      if (press === 10) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** The frame in which the page of the panel lives. */
export async function panelOf(page) {
  let found;
  await until(async () => {
    for (const frame of page.frames()) {
      if (
        await frame.evaluate(() => document.querySelector('.bar [role=tablist]') !== null).catch(() => false)
      )
        found = frame;
    }
    return found !== undefined;
  }, 60_000);
  return found;
}
