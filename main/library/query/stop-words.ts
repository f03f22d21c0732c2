/**
 * Function words of the six languages of the Union: articles, prepositions, conjunctions, pronouns, auxiliaries. They
 * tell nothing about what a text speaks of. Words that also name things of this field are not among them ("or" in
 * French), nor are numerals. Chinese has no words to list. They stand here as `foldWord` folds them, so that a start need
 * not fold them all.
 */
const functionWords = {
  en: `a about above after again against all also although am among an and any are as at be because been before being
    below between both but by can cannot could did do does doing done down during each either etc few for from further
    get gets give given gives had has have having he her here hers him his how however i if in into is it its itself
    just let like made make makes many may me more most much must my neither no nor not now of off on once only or
    other our ours out over own per please same shall she should since so some such tell than that the their theirs
    them then there these they this those through thus to too toward towards under until up upon us very was we were
    what when where whether which while who whom whose why will with within without would yes yet you your yours`,
  fr: `au aucun aucune aussi autre autres aux avec c ce cela ces cet cette ceux chaque comme comment d dans de des
    dont du elle elles en entre est et ete etre eux il ils j je l la le les leur leurs lors lui m mais me meme mes
    moins mon n ne ni nos notre nous on ont ou par parmi pas pendant peu peut peuvent pour pourquoi qu quand que quel
    quelle quelles quels qui quoi s sa sans se selon sera seront ses si son sont sous sur t ta te tes toi ton tous
    tout toute toutes tu un une vers vos votre vous y`,
  es: `a al algo alguna algunas alguno algunos ante antes aquel aquella asi aun aunque bajo cada como con contra cual
    cuales cuando cuanto de del desde donde durante e el ella ellas ello ellos en entre era eran es esa esas ese eso
    esos esta estas este esto estos fue fueron ha han hasta hay la las le les lo los mas me mediante mi mis muy ni no
    nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque pues que quien quienes se sea
    segun ser sera si sido sin sobre son su sus tambien tan tanto te tiene todo todos tu u un una unas uno unos y ya
    yo`,
  ru: `а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его ее если
    есть еще же за здесь и из или им их к как какая какие какой когда который которая которое которые которых кто ли
    либо между меня мне может можно мы на над надо нам нас не него нее нет ни них но ну о об однако он она они оно от
    очень по под почему при про с самый свой себя сколько со так также такой там те тем то тоже только том тот ту ты у
    уже хотя чего чей чем что чтобы чье эта эти это этого этой этом этот я`,
  ar: `في من الي علي عن مع او و ثم ان انه انها التي الذي الذين اللذان هذا هذه ذلك تلك هو هي هم هن كان كانت يكون تكون
    قد لا لم لن ما ماذا متي اين لماذا كيف كم هل كل بعض غير بين حتي عند عندما اذا لكن بل كما اي اية حيث منذ خلال بعد
    قبل فوق تحت نحو ضد دون ليس وقد وهو وهي فيه فيها منه منها له لها به بها عليه عليها اليه اليها`,
  zh: ``,
} as const;

export type StopLanguage = keyof typeof functionWords;

const listed = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** By language. */
export const stopWords: Readonly<Record<StopLanguage, ReadonlySet<string>>> = {
  en: listed(functionWords.en),
  fr: listed(functionWords.fr),
  es: listed(functionWords.es),
  ru: listed(functionWords.ru),
  ar: listed(functionWords.ar),
  zh: listed(functionWords.zh),
};

const anywhere = new Set<string>();
for (const words of Object.values(stopWords)) for (const word of words) anywhere.add(word);

/** Whether a folded word is a function word of a language; without one, of any, since nobody says what they type in. */
export const isStopWord = (word: string, language?: StopLanguage): boolean =>
  (language === undefined ? anywhere : stopWords[language]).has(word);
