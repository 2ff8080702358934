/**
 * The sources behind texts and patterns, by the numbers of the project's domain reference (§8). Titles are ours where
 * the page shows none. Of most of them only an opening was read; each is cited for what was read of it and no more.
 */

/** A source. `weight` is how far it carries; absent where nobody has weighed it. */
export interface Source {
  readonly title: string;
  /** Where it can be seen. Empty for our own inference, for the book, and for what is only to be had from mirrors. */
  readonly addresses: readonly string[];
  /** `strong`: the author's own words, standards, real forms, research. `weak`: for wording or as a pointer only. */
  readonly weight?: 'strong' | 'fair' | 'weak';
}

const chapter = (number: number): string =>
  `https://www.taylorfrancis.com/books/9780203794845/chapters/10.4324/9780203794845-${number}`;

const book = 'Steinberg, A Mutual-Aid Model for Social Work with Groups, 3rd edition (Routledge 2014)';

/** By number, and `S` for the book that the project starts from, `c` for what we infer. */
export const sources: Readonly<Record<string, Source>> = {
  S: {
    title: `${book}: contents, preface, introduction and part of chapter 1`,
    addresses: [],
    weight: 'strong',
  },
  c: { title: 'Our own inference. Nobody has validated it; judge for yourself.', addresses: [] },
  1: { title: `${book}: the same as S`, addresses: [], weight: 'strong' },
  2: { title: `${book}: summary of chapter 2, the nine dynamics`, addresses: [chapter(8)], weight: 'strong' },
  3: {
    title: `${book}: summary of chapter 3, obstacles that come from the worker`,
    addresses: [chapter(9)],
    weight: 'strong',
  },
  4: {
    title: `${book}: summary of chapter 5, early goals and norms`,
    addresses: [chapter(11)],
    weight: 'strong',
  },
  5: { title: `${book}: summary of chapter 6, time and place`, addresses: [chapter(12)], weight: 'strong' },
  6: {
    title: `${book}: summary of chapter 7, individual problem solving`,
    addresses: [chapter(13)],
    weight: 'strong',
  },
  7: { title: `${book}: summary of chapter 8, authority`, addresses: [chapter(14)], weight: 'strong' },
  8: {
    title: `${book}: summary of chapter 10, single-session groups`,
    addresses: [chapter(16)],
    weight: 'strong',
  },
  9: {
    title: `${book}: summary of chapter 11, short-term groups`,
    addresses: [chapter(17)],
    weight: 'strong',
  },
  10: {
    title: `${book}: summary of chapter 13, very large groups`,
    addresses: [chapter(19)],
    weight: 'strong',
  },
  11: { title: `${book}: summary of chapter 14, evaluation`, addresses: [chapter(20)], weight: 'strong' },
  12: {
    title: 'Steinberg: mutual-aid practice with open-ended groups (another edition of the chapter, summary)',
    addresses: [
      'https://www.taylorfrancis.com/chapters/mono/10.4324/9780203048658-18/mutual-aid-practice-open-ended-groups',
    ],
    weight: 'strong',
  },
  13: {
    title: 'Article of 2023 in Social Work with Groups that teaches with the nine dynamics',
    addresses: ['https://informahealthcare.com/doi/abs/10.1080/01609513.2023.2185847'],
  },
  14: {
    title: 'Weblog on mutual-aid based group work: what mutual aid is, and what it is taken for',
    addresses: [
      'http://mutualaidbasedgroupwork.blogspot.com/2007/08/mutual-aid-in-social-work-groups.html',
      'http://mutualaidbasedgroupwork.blogspot.com/2008/01/mutual-aid-based-group-work.html',
    ],
  },
  15: {
    title: 'International Association for Social Work with Groups: standards for practice',
    addresses: [
      'https://www.iaswg.org/standards',
      'https://docslib.org/doc/3397216/standards-for-social-work-practice-with-groups',
      'https://www.scribd.com/document/87954214/AASWG-Standards-for-Social-Work-Practice-With-Groups',
    ],
    weight: 'strong',
  },
  16: {
    title: 'Notes on social work with groups, after Middleman and Wood: four tests of group work',
    addresses: ['http://socialworkeriran.ir/content/2766/Social-work-with-groups'],
  },
  17: {
    title: 'Teaching slides on group skills, after Middleman and Wood',
    addresses: ['https://slideplayer.com./amp/14634097'],
  },
  18: {
    title: 'Student essay on group-oriented skills, after Middleman and Wood',
    addresses: ['https://loop.studybay.com/doc-group-oriented-skills-essay-47492/'],
    weight: 'weak',
  },
  19: {
    title: 'Course copy of a chapter on leadership skills, after Toseland and Rivas',
    addresses: ['https://www.sweetstudy.com/files/chapter4leadership-pdf-5195845'],
  },
  20: {
    title: 'Columbia University teaching pages on groups in the life model',
    addresses: [
      'https://cupola.columbia.edu/1k26pal/134',
      'https://cupola.columbia.edu/1k26pal/136',
      'https://cupola.columbia.edu/1k26pal/137',
    ],
    weight: 'fair',
  },
  21: {
    title: 'Examination notes on communication patterns and task groups',
    addresses: ['https://www.stuvia.com/doc/7727921/sowk-632-final-exam-with-100-correct-answers-2025'],
    weight: 'weak',
  },
  22: {
    title: 'Flash cards on group dynamics and stages',
    addresses: [
      'https://www.brainscape.com/flashcards/week-2-group-dynamics-stages-of-group-de-148671/packs/459129',
    ],
    weight: 'weak',
  },
  23: {
    title: 'Teaching slides on group purpose, after Kurland and Salmon',
    addresses: [
      'https://presentations.jacobrcampbell.com/NGYxnF/slides',
      'http://presentations.jacobrcampbell.com/ptIdV6/embed',
    ],
    weight: 'fair',
  },
  24: {
    title: 'Teaching page on the tasks of a first group session, after Shulman',
    addresses: ['http://frank.mtsu.edu/~jsanborn/groups/objectives.htm'],
    weight: 'fair',
  },
  25: {
    title: 'Flash cards on beginning and contracting',
    addresses: ['https://brainscape.com/flashcards/beginning-and-contracting-phase-17560335/packs/22533666'],
    weight: 'fair',
  },
  26: {
    title: 'Teaching page on the purpose of a group',
    addresses: ['http://capone.mtsu.edu/jsanborn/groups/purpose.htm'],
    weight: 'fair',
  },
  27: {
    title: 'Course copy of a chapter on the beginning stage, after Toseland and Rivas',
    addresses: ['https://www.sweetstudy.com/amp/files/chapter7acpii-pdf'],
    weight: 'fair',
  },
  28: {
    title: 'Ann Bergart: theoretical foundations of social group work (teaching text)',
    addresses: [
      'https://docest.com/doc/148786/theoretical-foundations-of-social-group-work-ann-bergart-ph-d-lcsw',
    ],
    weight: 'fair',
  },
  29: {
    title: 'Teaching text on managing group conflict',
    addresses: ['https://www.scribd.com/document/919733549/Managing-Group-Conflict'],
  },
  30: {
    title: 'Cowger 1979: conflict and conflict management in working with groups (record)',
    addresses: [
      'https://discovery.researcher.life/article/conflict-and-conflict-management-in-working-with-groups/8f417b31cedf3776a36a354ccd6b9d35',
    ],
  },
  31: {
    title: 'Article of 2023 in Social Work with Groups on conflict, and on why students are shy of groups',
    addresses: ['https://informahealthcare.com/doi/full/10.1080/01609513.2023.2220115'],
    weight: 'fair',
  },
  32: {
    title: 'Brandler and Roman: how workers avoid (chapter summary)',
    addresses: ['https://www.taylorfrancis.com/books/9780429238116/chapters/10.4324/9780203824818-11'],
  },
  33: {
    title: 'Teaching answer on common slips at each stage of a group',
    addresses: ['https://sciemce.com/qa/F4geQJI3KR0c'],
    weight: 'weak',
  },
  34: {
    title: 'City University of Hong Kong: a group placement record with comments by the instructor',
    addresses: ['https://cityu.edu.hk/ss/pltr/p1/teach_learn/portfolio/70144153/70144153_task4group.htm'],
    weight: 'strong',
  },
  35: {
    title: 'Boston University: a group process recording for the training of field instructors',
    addresses: ['https://docsbay.net/Group-Process-Recording'],
    weight: 'strong',
  },
  36: {
    title: 'Big Sister Association of Greater Boston: form for a group process recording',
    addresses: ['https://docslib.org/doc/13712230/group-process-recording'],
    weight: 'strong',
  },
  37: {
    title: 'Wayne State University: example of a process recording',
    addresses: ['https://socialwork.wayne.edu/practicum/process-recording-example'],
    weight: 'strong',
  },
  38: {
    title: 'A guide to process recording for students',
    addresses: ['http://www.docstoc.com/docs/135540289/PROCESS-RECORDING'],
    weight: 'strong',
  },
  39: {
    title: 'A manual of process recordings',
    addresses: ['https://studylib.net/doc/25474424/process-recordings-manual'],
  },
  40: {
    title: 'Syracuse University: giving good feedback',
    addresses: ['https://answers.atlassian.syr.edu/wiki/x/eBxfCQ'],
  },
  41: {
    title:
      'How placements keep recordings confidential: City University of Hong Kong, a set of directions, Buffalo',
    addresses: [
      'http://www.cityu.edu.hk/ss/pltr/p1/preparation/privacy/depart_policy.htm',
      'http://www.docstoc.com/docs/132204330/Process-Recording-Directions',
      'https://publichealth.buffalo.edu/home/mph-program/education/field-training/confidentiality.html',
    ],
  },
  42: {
    title: 'Study notes on talk that does not help',
    addresses: [
      'https://www.open-exam-prep.com/exams/nclex-rn/psychosocial-integrity/non-therapeutic-communication',
      'https://studylib.net/doc/8120610/communication-techniques',
      'https://brainscape.com/flashcards/non-therapeutic-communication-techniques-9720880/packs/17091823',
    ],
    weight: 'weak',
  },
  43: {
    title: 'Studies of advice in groups, retold',
    addresses: [
      'http://www.cybertowers.com/selfhelp/ppc/group/gdadvice/',
      'https://www.taylorfrancis.com/books/9781136860010/chapters/10.4324%2F9780203835944-35',
    ],
  },
  44: {
    title: 'Cross-talk in twelve-step meetings',
    addresses: ['https://trygghetsgruppenonline.com/cross-talk/', 'https://anonpress.org/faq/29'],
  },
  45: {
    title: 'Talking circles',
    addresses: [
      'https://mylangaratrccarvingjourney.blogspot.com/2016/09/talking-circles-research-1.html',
      'https://journals.whitingbirch.net/index.php/GPWK/article/view/842',
    ],
  },
  46: {
    title: 'Advice on members who take up much of the time',
    addresses: [
      'https://groupcounseling.passetra.com/question/what-is-the-best-approach-f9a45f4919b74902',
      'https://makinggroupsfun.com/2018/01/08/tip-working-with-someone-who-monopolizes-group/',
    ],
    weight: 'weak',
  },
  47: {
    title: 'On silence in groups',
    addresses: [
      'https://hypnomanchester.co.uk/silence-group/',
      'http://www.mgestaltc.force9.co.uk/on_the_use_and_power_of_silenc.htm',
      'https://handbook.nenasilje.org/en/diff/fear-of-silence-at-the-workshop/',
    ],
  },
  48: {
    title: 'Wait time: what three seconds do in a classroom',
    addresses: [
      'https://facultyfocus.com/articles/effective-teaching-strategies/student-learning-in-3-seconds',
      'http://mxplx.com/meme/4241/',
      'https://www.mentimeter.com/es-ES/blog/the-science/the-power-of-pausing',
    ],
  },
  49: {
    title: 'Who does the talking in meetings: a popular claim, and its critic',
    addresses: [
      'https://ekarchner.blogspot.com/2013/02/we-can-all-learn-from-this.html',
      'https://dianasenechal.wordpress.com/2017/01/24/are-meetings-dominated-by-three-talkers/',
    ],
    weight: 'weak',
  },
  50: {
    title: 'Levels of participation in groups',
    addresses: [
      'https://www.taylorfrancis.com/books/9781315799469/chapters/10.4324/9781315799469-11',
      'http://doceo.co.uk/l&t/teaching/participation_levels.htm',
    ],
  },
  51: {
    title: 'How soon three people talk unequally: a study',
    addresses: ['https://synapsesocial.com/papers/6a16b5c3b13aec50ea6b6b32'],
  },
  52: {
    title: 'Five people talk together, ten give speeches: a study retold',
    addresses: ['https://www.johnniemoore.com/forcing-monologues'],
  },
  53: {
    title: 'Five therapy groups: how active the therapist is, and how much patients talk with each other',
    addresses: ['https://paperexplained.cn/articles/paper/detail/e5efd8484f502a730487c3609ff32617d9918705'],
    weight: 'strong',
  },
  54: {
    title: 'MITI 4: thresholds for talk with one person',
    addresses: ['https://pmc.ncbi.nlm.nih.gov/articles/PMC9461167/table/tbl3'],
    weight: 'strong',
  },
  55: {
    title: 'MITI 3.1 tried on groups of adolescents',
    addresses: ['https://pmc.ncbi.nlm.nih.gov/articles/PMC3540190'],
    weight: 'strong',
  },
  56: {
    title: 'AMIGOS: observer scales for motivational groups',
    addresses: [
      'https://med.virginia.edu/bht/publication/development-and-initial-validation-of-the-assessment-of-motivational-interviewing-groups-observer-scales-amigos/',
    ],
    weight: 'strong',
  },
  57: {
    title: 'Group Engagement Measure: its factors',
    addresses: [
      'https://www.questia.com/library/journal/1G1-133410714/factor-structure-of-the-group-engagement-measure',
    ],
    weight: 'strong',
  },
  58: {
    title: 'An inventory of group-work competencies made from the standards',
    addresses: [
      'https://journals.whitingbirch.net/index.php/GPWK/article/view/786',
      'https://asu.elsevierpure.com/en/publications/factor-structure-of-a-standards-based-inventory-of-competencies-i',
    ],
    weight: 'strong',
  },
  59: {
    title: 'Hill Interaction Matrix: an encyclopedia entry',
    addresses: ['https://mafiadoc.com/hill-interaction-matrix-springer-link_5bb31bdb097c4743208b45a8.html'],
    weight: 'strong',
  },
  60: {
    title: 'Bales: interaction process analysis',
    addresses: [
      'https://studylib.net/doc/7468469/bales-interaction-process-analysis',
      'https://www.scribd.com/doc/99126145/Robert-Freed-Bales',
    ],
  },
  61: {
    title: 'Talk about the here and now, turn by turn: a study',
    addresses: ['https://m.booksci.cn/literaturecn/144235611.htm'],
    weight: 'strong',
  },
  62: {
    title: 'Two ways to conduct a group, both of use: a study of talk',
    addresses: ['https://pmc.ncbi.nlm.nih.gov/articles/PMC9893039'],
    weight: 'strong',
  },
  63: {
    title: 'How dependable ratings of group process are',
    addresses: ['https://pmc.ncbi.nlm.nih.gov/articles/PMC3361025'],
    weight: 'strong',
  },
  64: {
    title: 'A vendor on talk time',
    addresses: ['https://support.tenortherapy.com/en/articles/12099852-how-tenor-analyzes-talk-time'],
    weight: 'weak',
  },
  65: {
    title: 'On demeaning remarks in groups, and on groups that affirm',
    addresses: [
      'https://www.socialworktoday.com/archive/Summer22p26.shtml',
      'https://agpa.org/home/media/social-issue-policy-resolutions/agpa-guidelines-for-creating-affirming-group-experiences',
    ],
  },
  66: {
    title: 'Teaching groups by lecture or by exchange: a study',
    addresses: ['https://digitalcommons.daemen.edu/faculty_scholar/400'],
  },
  67: {
    title: 'Teaching slides on endings',
    addresses: [
      'https://pt.slideshare.net/BealCollegeOnline/hs205-chapter-9',
      'https://slidetodoc.com/ending-stage-ending-the-groups-work-the-skills',
    ],
  },
  68: {
    title: 'When something hard comes up just before the end',
    addresses: [
      'https://programs.drkathyobear.com/knowledge-base/when-difficult-topics-are-brought-up-just-before-the-workshop-is-over/',
    ],
  },
  69: {
    title: 'Article of 2011 in Social Work with Groups on open-ended groups',
    addresses: ['https://informahealthcare.com/doi/full/10.1080/01609513.2011.558822'],
  },
  70: {
    title: 'Confidentiality in groups',
    addresses: [
      'https://hubpages.com/health/Confidentiality-in-Group-Counseling',
      'http://www.liverehab.com/confidentiality/',
      'https://lcsw.examzify.com/question/how-should-a-social-worker-50096800e6611d54',
    ],
    weight: 'weak',
  },
  71: {
    title: 'Questions that hide advice, and questions that go to the group',
    addresses: [
      'https://www.thegoodzone.org/courses/1254129/lectures/27939666',
      'https://penny-walker.co.uk/blog/2017/9/8/keep-it-sheepy',
    ],
  },
  72: {
    title: 'Lecture on skills of group leaders and common slips',
    addresses: ['https://www.allceus.com/podcast/399-group-therapy-leadership-skills-and-common-errors/'],
  },
  73: {
    title: "Students' experience of group work in placement: a survey",
    addresses: [
      'https://discovery.researcher.life/article/social-work-students-experiences-with-group-work-in-the-field-practicum/403e74b331ef3149aefb551ffea91bc9',
    ],
  },
  74: { title: 'Scapegoating', addresses: ['https://vdocuments.us/scapegoating-590908dea57e6.html'] },
  75: {
    title: 'Malekoff: essentials for groups with teenagers',
    addresses: ['https://behavioralhealthnews.org/essentials-for-working-with-teenagers-in-groups/'],
  },
  76: {
    title: 'A member in distress: advice to those who lead grief groups',
    addresses: ['https://wegrieve.net/facilitator-resources/resources-for-a-member-in-distress/'],
  },
  77: {
    title: 'Tips for trainees in group counselling',
    addresses: ['http://group-counseling.com/great-tips.html'],
  },
  78: {
    title: 'Middleman and Wood: Skills for Direct Practice in Social Work (1990), the record of the book',
    addresses: ['https://www.goodreads.com/book/show/77380'],
  },
  79: {
    title: 'Managing conflict between persons in groups',
    addresses: [
      'https://mafiadoc.com/interpersonal-conflict-management-in-group-semantic-scholar_59c6ff0d1723ddb0719cc591.html',
    ],
  },
  80: {
    title: 'What practitioners say makes mutual aid work: a study of 2019',
    addresses: ['https://lausr.org/dashboard/?doi=10.1080%2F01609513.2019.1571470'],
  },
  81: {
    title: 'How shares of questions and reflections are counted',
    addresses: ['https://pmc.ncbi.nlm.nih.gov/articles/PMC3496395/table/T5'],
  },
  82: {
    title: 'Process recording directions',
    addresses: ['http://www.docstoc.com/docs/132204330/Process-Recording-Directions'],
  },
  83: {
    title: 'What a record of social group work contains',
    addresses: ['https://www.sweducarebd.com/2018/08/content-of-social-group-work-records.html'],
  },
  84: {
    title: 'On testing, competition and attacks on the worker (chapter summary)',
    addresses: ['https://www.taylorfrancis.com/books/9780203137291/chapters/10.4324/9780203137291-10'],
  },
  85: { title: 'Northen and Kurland: Social Work with Groups, its contents', addresses: [] },
  86: {
    title: 'Teaching page on skills in group counselling',
    addresses: ['https://th4.ilovetranslation.com/J5-hn12GZ_A=d'],
  },
  87: {
    title: '"We" and "you" in treatment of couples: a study',
    addresses: ['https://pmc.ncbi.nlm.nih.gov/articles/PMC4577304'],
  },
  88: {
    title: 'Question, answer and feedback in the talk of teachers (chapter summary)',
    addresses: ['https://www.taylorfrancis.com/books/9781315265278/chapters/10.1201/9781315265278-62'],
  },
};
