/** The pages in docs/ that are made from the patterns and the practice texts, and the schema of the patterns' settings. */
import { existsSync, readFileSync } from 'node:fs';
import { analyse } from '../server/src/patterns/analyse.ts';
import type { Family, Pattern } from '../server/src/patterns/model.ts';
import { patterns, strengths } from '../server/src/patterns/registry.ts';
import { aboutDynamics, dynamics } from '../server/src/practice/dynamics.ts';
import { gates } from '../server/src/practice/gates.ts';
import { groupTypes } from '../server/src/practice/group-types.ts';
import { skills } from '../server/src/practice/skills.ts';
import { sources } from '../server/src/practice/sources.ts';
import { stages } from '../server/src/practice/stages.ts';
import type { Dynamic, SkillId } from '../server/src/practice/terms.ts';

const FAMILIES: Readonly<Record<Family, string>> = {
  COMM: 'How talk runs',
  WORK: 'The worker’s moves',
  MISS: 'Openings passed by',
  AUTH: 'Authority',
  CONF: 'Difference and harm',
  PURP: 'Purpose and time',
  TYPE: 'Kinds of group',
  CRAFT: 'Writing the recording',
  PRIV: 'Confidentiality',
};

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
const toDynamics = (codes: readonly Dynamic[], up: string): string =>
  codes.map((code) => `[${dynamics[code].name}](${up}dynamics.md#${anchor(dynamics[code].name)})`).join(', ');
const toSkills = (ids: readonly SkillId[], up: string): string =>
  ids.map((id) => `[${skills[id].name}](${up}skills.md#${anchor(skills[id].name)})`).join(', ');
const anchor = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replace(/ /g, '-');
const said = (line: string): string => (line.startsWith('[') ? line : `“${line}”`);

function sourcesOf(keys: readonly string[]): string {
  return list(
    keys.map((key) => {
      const source = sources[key];
      return source === undefined
        ? key
        : `${source.title}${source.addresses[0] ? ` (<${source.addresses[0]}>)` : ''}`;
    }),
  );
}

/** The turns around the first finding of a pattern's fixture, as its example. */
function exampleOf(pattern: Pattern): string[] {
  const file = `test/recordings/patterns/${pattern.id}.recording.md`;
  if (!existsSync(file)) return [];
  const only = Object.fromEntries(
    patterns.map((one) => [
      one.id,
      { severity: one.id === pattern.id ? one.severity : ('off' as const), thresholds: {} },
    ]),
  );
  const { findings, group } = analyse(readFileSync(file, 'utf8'), { profile: 'core', patterns: only });
  const [first] = findings;
  if (first === undefined || first.at < 0) return [];
  const from = Math.max(0, Math.min(first.at - 2, first.evidence[0]?.at ?? first.at));
  const moves = group.moves.slice(Math.max(from, first.at - 4), Math.min(first.to, first.at + 5) + 2);
  const lines = moves.map(
    (move) => `> ${move.index === first.at ? '**→** ' : ''}**${move.name}:** ${move.turn.words}`,
  );
  const offered = pattern
    .alternatives(group, first)
    .slice(0, 3)
    .map(({ skill, line }) => `${upper(skills[skill].name)}: ${said(line)}`);
  return [
    '## An example',
    '',
    lines.join('\n>\n'),
    '',
    first.message,
    '',
    'Said instead, it might have been:',
    '',
    list(offered),
    '',
  ];
}

function patternPage(pattern: Pattern): string {
  const thresholds = Object.entries(pattern.thresholds ?? {});
  return [
    `# ${pattern.name}`,
    '',
    `\`${pattern.id}\` · ${FAMILIES[pattern.family]} · ${pattern.core ? 'looked for by default' : 'looked for under `profile: all`'} · shown as ${pattern.severity}`,
    '',
    `**${pattern.question}**`,
    '',
    '## What it looks like',
    '',
    pattern.page.looksLike,
    '',
    ...(pattern.dynamics.length > 0
      ? [
          '## Why it matters',
          '',
          pattern.page.matters,
          '',
          `It touches: ${toDynamics(pattern.dynamics, '../')}.`,
          '',
        ]
      : ['## Why it matters', '', pattern.page.matters, '']),
    '## When it is fine',
    '',
    pattern.page.fine,
    '',
    '## What to try',
    '',
    `Skills that fit: ${toSkills(pattern.skills, '../')}.`,
    '',
    ...exampleOf(pattern),
    ...(thresholds.length > 0
      ? [
          '## Numbers',
          '',
          'Each can be changed in the settings, under `processRecording.patterns`.',
          '',
          '| name | default | why |',
          '|---|---|---|',
          ...thresholds.map(([name, { default: value, why }]) => `| \`${name}\` | ${value} | ${why} |`),
          '',
        ]
      : []),
    '## If you see it otherwise',
    '',
    `Write \`> **Considered (${pattern.id}):**\` and your reason under the turn, and the finding steps back. A finding is a question about this recording, not a verdict on the session.`,
    '',
    '## Sources',
    '',
    sourcesOf(pattern.sources),
    '',
  ].join('\n');
}

function index(): string {
  const row = (pattern: Pattern): string =>
    `| [${pattern.name}](${pattern.id}.md) | ${pattern.core ? '●' : ''} | ${pattern.question} |`;
  return [
    '# Patterns',
    '',
    'What the editor looks for in a recording. Those marked ● are looked for by default; the others under `processRecording.profile: all`, or one by one.',
    '',
    ...(Object.keys(FAMILIES) as Family[]).flatMap((family) => {
      const own = patterns.filter((pattern) => pattern.family === family);
      return own.length === 0
        ? []
        : [
            `## ${FAMILIES[family]}`,
            '',
            '| pattern | | the question it asks |',
            '|---|---|---|',
            ...own.map(row),
            '',
          ];
    }),
    '## Worth keeping',
    '',
    'Strengths are marked with the same care, and never as problems.',
    '',
    '| strength | what it looks like | why it matters |',
    '|---|---|---|',
    ...strengths.map(
      (strength) =>
        `| ${strength.name} (\`${strength.id}\`) | ${strength.page.looksLike} | ${strength.page.matters} |`,
    ),
    '',
    '## When patterns are silent',
    '',
    ...Object.values(gates).flatMap((gate) => [`**${gate.name}.** ${gate.what} ${gate.why}`, '']),
  ].join('\n');
}

function dynamicsPage(): string {
  return [
    '# The nine dynamics of mutual aid',
    '',
    list(aboutDynamics),
    '',
    ...Object.values(dynamics).flatMap((dynamic) => [
      `## ${dynamic.name}`,
      '',
      dynamic.meaning,
      '',
      'It may sound like this:',
      '',
      list(dynamic.sounds.map((line) => `“${line}”`)),
      '',
      `Skills that make room for it: ${toSkills(dynamic.opens, '')}.`,
      '',
      'What tends to close it:',
      '',
      list(dynamic.closes),
      '',
      ...(dynamic.caution ? [dynamic.caution, ''] : []),
    ]),
  ].join('\n');
}

function skillsPage(): string {
  return [
    '# Group-specific skills',
    '',
    'Things a worker can say or do that help members help one another. The lines are examples, not formulas.',
    '',
    ...Object.values(skills).flatMap((skill) => [
      `## ${upper(skill.name)}`,
      '',
      skill.what,
      '',
      `**When it helps.** ${skill.when}`,
      '',
      list(skill.lines.map(said)),
      '',
      ...(skill.dynamics.length > 0 ? [`It serves: ${toDynamics(skill.dynamics, '')}.`, ''] : []),
      `**How it shows in a turn.** ${skill.shows}`,
      '',
      ...(skill.also.length > 0 ? [`Also called: ${skill.also.join(', ')}.`, ''] : []),
    ]),
  ].join('\n');
}

function groupsPage(): string {
  return [
    '# Kinds of group, and times in a group’s life',
    '',
    ...Object.values(groupTypes).flatMap((type) => [
      `## ${upper(type.name)}`,
      '',
      `**Time.** ${type.time}`,
      '',
      `**The worker’s part.** ${type.worker}`,
      '',
      list(type.cautions),
      '',
      `Skills that fit: ${toSkills(type.prefers, '')}.`,
      '',
    ]),
    ...Object.values(stages).flatMap((stage) => [
      `## ${upper(stage.name)}`,
      '',
      stage.meaning,
      '',
      stage.worker,
      '',
      list(stage.cautions),
      '',
      `Skills that fit: ${toSkills(stage.prefers, '')}.`,
      '',
    ]),
  ].join('\n');
}

/** File and text of every page. */
/** One line a skill, for a wall or a margin. */
function skillsOnOnePage(): string {
  return [
    '# The skills on one page',
    '',
    'Each can be named in a margin: `> **Skill:** linking`.',
    '',
    '| skill | what you do | for example |',
    '|---|---|---|',
    ...Object.values(skills).map(
      ({ name, what, lines }) => `| [${name}](skills.md#${anchor(name)}) | ${what} | ${said(lines[0]!)} |`,
    ),
    '',
  ].join('\n');
}

export function pages(): [string, string][] {
  return [
    ...patterns.map((pattern): [string, string] => [`docs/patterns/${pattern.id}.md`, patternPage(pattern)]),
    ['docs/patterns/index.md', index()],
    ['docs/dynamics.md', dynamicsPage()],
    ['docs/skills.md', skillsPage()],
    ['docs/skills-on-one-page.md', skillsOnOnePage()],
    ['docs/groups.md', groupsPage()],
  ];
}

const LEVELS = ['off', 'hint', 'information', 'warning', 'error'];

/** JSON schema of `processRecording.patterns`, by id. */
export function settingsSchema(): Record<string, object> {
  return Object.fromEntries(
    patterns.map((pattern) => [
      pattern.id,
      {
        description: `${pattern.name}. ${pattern.question}`,
        anyOf: [
          { enum: LEVELS },
          {
            type: 'object',
            additionalProperties: false,
            properties: {
              severity: { enum: LEVELS },
              ...Object.fromEntries(
                Object.entries(pattern.thresholds ?? {}).map(([name, threshold]) => [
                  name,
                  { type: 'number', default: threshold.default, description: threshold.why },
                ]),
              ),
            },
          },
        ],
      },
    ]),
  );
}
