/** The few words that a printed sheet says itself. */
export interface SheetWords {
  readonly contents: string;
  readonly notes: string;
  readonly toNote: string;
  readonly back: string;
  readonly sources: string;
  readonly question: string;
  readonly changes: string;
  /** How what changed is marked. */
  readonly legend: string;
  readonly added: string;
  readonly removed: string;
  readonly isNew: string;
  readonly isGone: string;
  readonly isMoved: string;
  readonly isSame: string;
  readonly furtherChanges: string;
  readonly provenance: string;
  readonly rights: string;
  readonly address: string;
  readonly open: string;
  readonly notHere: string;
  readonly handout: string;
}

const english: SheetWords = {
  contents: 'Contents',
  notes: 'Footnotes',
  toNote: 'Footnote',
  back: 'Back to the text',
  sources: 'Sources',
  question: 'Question',
  changes: 'What changed',
  legend: 'New words are underlined, old words are struck out.',
  added: 'New words:',
  removed: 'Old words:',
  isNew: 'New',
  isGone: 'Removed',
  isMoved: 'Moved',
  isSame: 'These words are the same in both.',
  furtherChanges: 'Further changes, not printed here:',
  provenance: 'Where this text comes from',
  rights: 'Rights',
  address: 'Address',
  open: 'Open in Recital',
  notHere: 'This is not in the library any more.',
  handout: 'Handout',
};

const byLanguage: Readonly<Record<string, SheetWords>> = {
  en: english,
  fr: {
    contents: 'Sommaire',
    notes: 'Notes de bas de page',
    toNote: 'Note',
    back: 'Retour au texte',
    sources: 'Sources',
    question: 'Question',
    changes: 'Ce qui a changé',
    legend: 'Les mots nouveaux sont soulignés, les anciens sont barrés.',
    added: 'Mots nouveaux :',
    removed: 'Mots anciens :',
    isNew: 'Nouveau',
    isGone: 'Supprimé',
    isMoved: 'Déplacé',
    isSame: 'Ces mots sont les mêmes dans les deux éditions.',
    furtherChanges: 'Autres changements, non imprimés ici :',
    provenance: 'D’où vient ce texte',
    rights: 'Droits',
    address: 'Adresse',
    open: 'Ouvrir dans Recital',
    notHere: 'Ceci n’est plus dans la bibliothèque.',
    handout: 'Document à emporter',
  },
  es: {
    contents: 'Índice',
    notes: 'Notas al pie',
    toNote: 'Nota',
    back: 'Volver al texto',
    sources: 'Fuentes',
    question: 'Pregunta',
    changes: 'Qué ha cambiado',
    legend: 'Las palabras nuevas están subrayadas y las antiguas, tachadas.',
    added: 'Palabras nuevas:',
    removed: 'Palabras antiguas:',
    isNew: 'Nuevo',
    isGone: 'Suprimido',
    isMoved: 'Trasladado',
    isSame: 'Estas palabras son las mismas en ambas ediciones.',
    furtherChanges: 'Otros cambios, no impresos aquí:',
    provenance: 'De dónde viene este texto',
    rights: 'Derechos',
    address: 'Dirección',
    open: 'Abrir en Recital',
    notHere: 'Esto ya no está en la biblioteca.',
    handout: 'Material para llevar',
  },
  ru: {
    contents: 'Содержание',
    notes: 'Сноски',
    toNote: 'Сноска',
    back: 'Назад к тексту',
    sources: 'Источники',
    question: 'Вопрос',
    changes: 'Что изменилось',
    legend: 'Новые слова подчёркнуты, старые зачёркнуты.',
    added: 'Новые слова:',
    removed: 'Старые слова:',
    isNew: 'Новое',
    isGone: 'Исключено',
    isMoved: 'Перемещено',
    isSame: 'Эти слова одинаковы в обеих редакциях.',
    furtherChanges: 'Прочие изменения, не напечатанные здесь:',
    provenance: 'Откуда этот текст',
    rights: 'Права',
    address: 'Адрес',
    open: 'Открыть в Recital',
    notHere: 'Этого больше нет в библиотеке.',
    handout: 'Раздаточный материал',
  },
  zh: {
    contents: '目录',
    notes: '脚注',
    toNote: '脚注',
    back: '返回正文',
    sources: '来源',
    question: '问题',
    changes: '变化之处',
    legend: '新增文字加下划线，旧文字加删除线。',
    added: '新增文字：',
    removed: '旧文字：',
    isNew: '新增',
    isGone: '删除',
    isMoved: '移动',
    isSame: '这些文字在两个版本中相同。',
    furtherChanges: '此处未印出的其他变化：',
    provenance: '文本来源',
    rights: '权利',
    address: '地址',
    open: '在 Recital 中打开',
    notHere: '资料库中已没有此内容。',
    handout: '讲义',
  },
  ar: {
    contents: 'المحتويات',
    notes: 'الحواشي',
    toNote: 'حاشية',
    back: 'العودة إلى النص',
    sources: 'المصادر',
    question: 'سؤال',
    changes: 'ما الذي تغيّر',
    legend: 'الكلمات الجديدة تحتها خط، والكلمات القديمة مشطوبة.',
    added: 'كلمات جديدة:',
    removed: 'كلمات قديمة:',
    isNew: 'جديد',
    isGone: 'محذوف',
    isMoved: 'منقول',
    isSame: 'هذه الكلمات هي نفسها في الطبعتين.',
    furtherChanges: 'تغييرات أخرى لم تُطبع هنا:',
    provenance: 'مصدر هذا النص',
    rights: 'الحقوق',
    address: 'العنوان',
    open: 'افتح في Recital',
    notHere: 'لم يعد هذا موجوداً في المكتبة.',
    handout: 'مطبوعة للمشاركين',
  },
};

/** In a language's own words; in English where there are none. */
export function wordsIn(language: string): SheetWords {
  const [primary = ''] = language.toLowerCase().split('-');
  return byLanguage[primary] ?? english;
}

/** "4 min", as the language writes it; English where it is no language that can be told. */
export function minutesIn(language: string, minutes: number): string {
  const form = { style: 'unit', unit: 'minute', unitDisplay: 'short' } as const;
  const [known = 'en'] = Intl.NumberFormat.supportedLocalesOf(
    /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? language : [],
  );
  return new Intl.NumberFormat(known, form).format(minutes);
}
