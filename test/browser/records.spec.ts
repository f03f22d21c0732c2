import { expect, test, type Recital } from './recital.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const region = ({ page }: Recital, name: string) => page.getByRole('region', { name });

test('a reference tells its title, editions, responsible body, topics and where it can be had', async ({
  recital,
}) => {
  await recital.open('#/ra/resolution/56');
  const { page } = recital;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Resolution ITU-R 56');
  await expect(page.getByText('Naming for International Mobile Telecommunications')).toBeVisible();
  const editions = region(recital, 'Known editions');
  await expect(editions.getByRole('row').nth(1)).toContainText('2023');
  await expect(editions.getByRole('row').filter({ hasText: '2015' })).toContainText('Superseded');
  const record = region(recital, 'Record');
  await expect(record.getByRole('link', { name: 'Radiocommunication Assembly' })).toBeVisible();
  await expect(record.getByText('Where it can be had')).toBeVisible();
  await expect(region(recital, 'Topics').getByRole('link').first()).toBeVisible();
});

test('a citation of an older edition than the newest known one says so, with its sentence', async ({
  recital,
}) => {
  await recital.open('#/ra/resolution/56');
  const cited = region(recital, 'Cited in 3 places').getByRole('listitem');
  const older = cited.filter({ hasText: 'Resolution 92 (Hammamet, 2016)' });
  await expect(older).toContainText('cited 2015, newest known 2023');
  await expect(older).toContainText(
    /collectively \(see Resolution ITU.R 56 \(Rev\. Geneva, 2015\)/,
  );
  const newest = cited.filter({ hasText: 'Resolution 92 (Rev. New Delhi, 2024)' });
  await expect(newest).not.toContainText('newest known');
  // The head says it, too.
  await expect(
    recital.page.getByText('2 places here cite the edition of 2015; the newest known is 2023.'),
  ).toBeVisible();
});

test('an older edition that was asked for is told, with the newest known', async ({ recital }) => {
  await recital.open('#/ra/resolution/56@2015');
  await expect(
    recital.page.getByText(
      'You asked for the edition of 2015 (superseded). The newest known is 2023.',
    ),
  ).toBeVisible();
});

test('a withdrawn work that is still cited says so', async ({ recital }) => {
  await recital.open('#/itu-t/recommendation/a.4');
  await expect(
    recital.page.getByText('This work was withdrawn. Texts here still cite it.'),
  ).toBeVisible();
});

test('the card of a citation tells title, status and that a newer edition is known', async ({
  recital,
}) => {
  await recital.open('#/wtsa/resolution/92@2016/considering.a');
  const { page } = recital;
  await page.getByRole('link', { name: /^Resolution ITU.R 56 \(Rev\. Geneva, 2015\)/ }).click();
  const card = page.getByRole('dialog');
  await expect(card.getByText('Naming for International Mobile')).toBeVisible();
  await expect(card.getByText('Superseded · cited 2015, newest known 2023')).toBeVisible();
  await card.getByRole('link', { name: 'What is known of it' }).click();
  await expect(page).toHaveURL(/#\/ra\/resolution\/56$/);
});

test('a body tells what it is asked to do, newest edition first, in the texts\u2019 own words', async ({
  recital,
}) => {
  await recital.open('#/body/itu-t-sg-13');
  const { page } = recital;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ITU-T Study Group 13');
  await expect(region(recital, 'Mandate').getByRole('paragraph').first()).toBeVisible();
  const asked = region(recital, 'What it is asked to do');
  await expect(asked.getByRole('heading', { level: 3 })).toHaveText([
    'Resolution 92 (Rev. New Delhi, 2024)',
    'Resolution 92 (Hammamet, 2016)',
  ]);
  await expect(asked.getByText('to maintain and update on an annual basis')).toBeVisible();
  await asked
    .getByRole('listitem')
    .filter({ hasText: 'multi-access edge computing); network slicing;' })
    .getByRole('link', { name: '3', exact: true })
    .click();
  await expect(page).toHaveURL(/92@2024\/instructs-itu-t-sg-13\.3$/);
});

test('what is asked of all study groups together is marked as such, what is asked of one is not', async ({
  recital,
}) => {
  await recital.open('#/body/itu-t-sg-13');
  const request = recital.page.locator('.request');
  const together = 'Asked of the ITU-T study groups together';
  const groups = request.filter({ hasText: 'instructs study groups' });
  await expect(groups.first()).toContainText(together);
  const alone = request.filter({ hasText: 'instructs Study Group 13' });
  await expect(alone.first()).not.toContainText(together);
});

test('the sections of a long page are a key press away, and the address stays', async ({
  recital,
}) => {
  await recital.open('#/body/itu-t-sg-13');
  const { page } = recital;
  await page.getByRole('button', { name: 'What it is asked to do' }).press('Enter');
  const heading = page.getByRole('heading', { name: 'What it is asked to do' });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  await expect(page).toHaveURL(/#\/body\/itu-t-sg-13$/);
});

test('from the handbooks to a chapter, and from chapter to chapter', async ({ recital }) => {
  await recital.open('#/handbooks');
  const { page } = recital;
  await page.getByRole('link', { name: 'Reading an ITU resolution' }).click();
  const chapters = region(recital, 'Chapters').getByRole('listitem');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const names = await chapters.allInnerTexts();
  expect(names.length).toBeGreaterThanOrEqual(5);
  await chapters.getByRole('link').first().click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(names[0] ?? '');
  await expect(page.getByRole('link', { name: 'Previous chapter' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Next chapter' }).click();
  await expect(heading).toHaveText(names[1] ?? '');
  await expect(heading).toBeFocused();
  const outline = page.getByRole('navigation', { name: 'Chapters', exact: true });
  await expect(outline.getByRole('link', { name: names[1] ?? '' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await page.getByRole('link', { name: 'Previous chapter' }).click();
  await expect(heading).toHaveText(names[0] ?? '');
});

test('a stop of a tour has an address that scrolls to it', async ({ recital }) => {
  await recital.open('#/tour/resolution-92/3');
  const { page } = recital;
  const stop = page.getByRole('article').filter({ hasText: /^Stop 3/ });
  await expect(stop).toBeFocused();
  await expect(stop).toHaveAttribute('aria-current', 'location');
  await expect(stop.getByRole('heading', { level: 3 })).toBeInViewport();
  for (const part of ['Show', 'Ask the room']) {
    await expect(stop.getByRole('term').filter({ hasText: part })).toBeVisible();
  }
  await expect(stop.getByRole('definition').first().getByRole('link').first()).toBeVisible();
  // What to say stands open at the stop that one came for, and is folded at the others.
  await expect(stop.getByText('The resolution does not start from zero.')).toBeVisible();
  const first = page
    .getByRole('article')
    .filter({ hasText: /^Stop 1/ })
    .first();
  const words = first.getByText('Before we talk about who does what');
  await expect(words).toBeHidden();
  await first.getByText('What to say').click();
  await expect(words).toBeVisible();
});

test('a tour says how many stops it has and how long it takes', async ({ recital }) => {
  await recital.open('#/tour/resolution-92');
  const { page } = recital;
  const minutes = await page.getByRole('article').locator('.minutes').allInnerTexts();
  const sum = minutes.map((text) => Number(/^(\d+) mins?$/.exec(text)?.[1]));
  const total = sum.reduce((all, one) => all + one, 0);
  await expect(page.getByText(`${sum.length} stops · ${total} minutes`)).toBeVisible();
});

test('a term has an address of its own, with what people say instead', async ({ recital }) => {
  await recital.open('#/term/imt-2020');
  const { page } = recital;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('IMT-2020');
  await expect(
    page.getByText('International Mobile Telecommunications-2020').first(),
  ).toBeVisible();
  await expect(page.getByText(/^People also say.*\b5G\b/)).toBeVisible();
});

test('a meeting tells where and when, and which texts it adopted', async ({ recital }) => {
  await recital.open('#/meeting/wtsa-24');
  const { page } = recital;
  await expect(page.getByRole('definition').filter({ hasText: 'New Delhi' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'October 2024' })).toBeVisible();
  await region(recital, 'Texts it adopted, in this library')
    .getByRole('link', { name: 'Resolution 92 (Rev. New Delhi, 2024)' })
    .click();
  await expect(page).toHaveURL(/#\/wtsa\/resolution\/92@2024$/);
});

test('a topic gathers provisions, references and bodies', async ({ recital }) => {
  await recital.open('#/topic/security');
  await expect(
    region(recital, 'Provisions')
      .getByRole('link', { name: /^Resolution 92/ })
      .first(),
  ).toBeVisible();
  // What leads to a provision is its label, under the name of its section.
  await expect(
    region(recital, 'Provisions').getByRole('link', { name: /considering s\)$/ }),
  ).toHaveText('s)');
  const inside = region(recital, 'In this topic');
  await expect(inside.getByRole('link', { name: 'ITU-T Study Group 17' })).toBeVisible();
  await expect(
    inside.getByRole('link', { name: /^Recommendation ITU-T X\./ }).first(),
  ).toBeVisible();
});

test('a record that is not here is told as such', async ({ recital }) => {
  await recital.open('#/body/itu-t-sg-99');
  await expect(recital.page.getByRole('heading', { level: 1 })).toHaveText('Not in this library');
  await expect(recital.page.getByText('body/itu-t-sg-99', { exact: true })).toBeVisible();
});

test('beside the provision that was asked for stand the tours and chapters about it', async ({
  recital,
}) => {
  await recital.open('#/wtsa/resolution/92@2024/considering.a');
  const { page } = recital;
  await region(recital, 'Around this provision')
    .getByRole('link', { name: /One name for all generations/ })
    .click();
  await expect(page).toHaveURL(/#\/tour\/resolution-92\/1$/);
});

test('at the foot of a text stand the tours, handbooks and topics that explain it', async ({
  recital,
}) => {
  await recital.open('#/wtsa/resolution/92@2024');
  const foot = region(recital, 'In tours, handbooks and topics');
  await expect(foot.getByRole('term')).toHaveText(['Tours', 'Handbooks', 'Topics']);
  await foot.getByRole('link', { name: 'Resolution 92 in twelve stops' }).click();
  await expect(recital.page).toHaveURL(/#\/tour\/resolution-92$/);
});
