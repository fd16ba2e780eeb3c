// Hints while somebody writes of an applicant (NOTE-5): topics that a ranking may not rest on. A short list of words on purpose:
// it explains and never blocks, nothing is sent or counted, and it keeps quiet where the word is about medicine and not about
// the applicant ("family medicine", "her patients' health").

export const hintTopics = [
  "health",
  "pregnancy",
  "family",
  "religion",
  "age",
  "accent",
  "origin",
  "orientation",
  "looks",
  "schools",
  "otherPrograms",
] as const;
export type HintTopic = (typeof hintTopics)[number];

/** Why the topic is named, and what to write instead. */
export const hintWords: Record<HintTopic, string> = {
  health: "Health and disability may not count. Say what you saw them do.",
  pregnancy: "Pregnancy and plans for children may not count. Leave it out.",
  family: "Marital status and family may not count. Leave it out.",
  religion: "Religion may not count. Leave it out.",
  age: "Age may not count. Name the skill or the gap you mean.",
  accent: "An accent may not count. Say whether patients and team were understood.",
  origin: "Origin, ethnicity and citizenship may not count. Leave it out.",
  orientation: "Sexual orientation and gender identity may not count. Leave it out.",
  looks: "Looks, and whom somebody reminds you of, may not count. Say what you saw them do.",
  schools: "The type or name of a school may not count. Say what they know and can do.",
  otherPrograms: "Where else somebody applied may not be asked, and may not count. Leave it out.",
};

export interface NoteHint {
  topic: HintTopic;
  /** As it was written. */
  word: string;
}

/** What is about medicine, work or a figure of speech. Taken out of the text before the words are looked for. */
const harmless = [
  /\bfamily[- ](?:medicine|practice|practitioners?|physicians?|docs?|doctors?|meetings?|cent(?:er|re)d|conferences?|planning|histor(?:y|ies))\b/giu,
  /\bpatients?['’]?s?['’]? (?:(?:and|or) )?(?:their )?famil(?:y|ies)\b/giu,
  /\bfamil(?:y|ies) (?:of|and) (?:the |a |his |her |their )?patients?\b/giu,
  /\bpatients?['’]?s?['’]? (?:with )?(?:\w+ )?(?:health|illness(?:es)?|depression|anxiety|cancer|diabetes|epilepsy|disabilit(?:y|ies)|pregnanc(?:y|ies)|accents?|religion|age)\b/giu,
  /\b(?:pregnant|elderly|older|disabled|young(?:er)?|autistic|bipolar|obese|refugee|undocumented|immigrant|single|muslim|jewish|hindu|foreign) (?:patients?|adults?|population|communit(?:y|ies)|clinics?)\b/giu,
  /\b(?:disability|refugee|immigrant|autism|obesity) (?:medicine|rights|advocacy|clinics?|health|studies|research)\b/giu,
  /\b(?:ectopic|high[- ]risk|teen(?:age)?) pregnanc(?:y|ies)\b/giu,
  /\b(?:\d{1,3}|\w+)[- ]years?[- ]old (?:patients?|m[ae]n|wom[ae]n|boys?|girls?|child(?:ren)?|male|female|with)\b/giu,
  /\bolder (?:records?|notes?|charts?|versions?|programs?|attendings?|residents?)\b/giu,
  /\b(?:works?|worked|working|great|good|gentle) with (?:sick )?(?:kids|children)\b/giu,
  /\b(?:sick (?:kids|children)|children['’]s (?:hospital|clinic|ward|center|centre))\b/giu,
  /\bmarried to (?:the|an?|his|her|their) (?:idea|plan|diagnosis|approach|work)\b/giu,
  /\bforeign bod(?:y|ies)\b/giu,
  /\brace (?:against|to|conditions?)\b/giu,
  /\b(?:lgbtq?\w*\+?|gay|lesbian|queer|trans(?:gender)?) (?:patients?|health(?:care)?|medicine|care|clinics?|communit(?:y|ies)|youth|population|advocacy|rights)\b/giu,
  /\breminds? (?:me|us|the team|everybody|everyone) (?:of )?(?:why|that|how|to|what)\b/giu,
  /\battractive (?:offers?|options?|programs?|cit(?:y|ies)|features?)\b/giu,
  /\bother programs? (?:in|of|at) (?:the|our|this) (?:hospital|department|institution|university)\b/giu,
];

const words: Record<HintTopic, RegExp> = {
  health:
    /\b(?:(?:his|her|their|own|poor|failing) health|(?:his|her|their|own|chronic|serious|long) illness|(?:has|had|have|having|with|survived|from) (?:cancer|diabetes|epilepsy|depression|anxiety|autism|an eating disorder)|disab(?:led|ility|ilities)|wheelchair|adhd|autistic|bipolar|on the spectrum|depressed|(?:medical|sick) leave|in therapy|(?:on|takes) medication|overweight|obese|hearing aids?|had surgery)\b/iu,
  pregnancy:
    /\b(?:pregnan(?:t|cy|cies)|expecting (?:a (?:baby|child)|in \w+|this \w+|next \w+)|maternity|paternity|parental leave|due date|trying for a (?:baby|child)|(?:wants?|having|have) (?:kids|children|a baby|a child))\b/iu,
  family:
    /\b(?:famil(?:y|ies)|married|unmarried|husband|wife|spouse|fianc[ée]e?(?!\w)|boyfriend|girlfriend|divorced?|widow(?:ed|er)?|single (?:mother|father|mom|dad|parent|wom[ae]n|m[ae]n)|(?:is|was|being|still|he['’]s|she['’]s) single(?=[.,;!?]|$| and\b| with\b)|kids|(?:his|her|their|own|small|young) child(?:ren)?|toddler|newborn at home|childcare|engaged to be|newlywed)/iu,
  religion:
    /\b(?:religio(?:n|us|usly)|muslim|islam(?:ic)?|jewish|judaism|hindu(?:ism)?|sikh|buddhist|catholic|protestant|mormon|atheist|christian(?=[- ](?:faith|values|family|belie))|hijab|headscarf|turban|kippah|yarmulke|ramadan|sabbath|church|mosque|synagogue|prays?|prayers?)\b/iu,
  age: /\b(?:(?:his|her|their|applicant['’]s) age|age is|age (?:may|might|will|could) be|too (?:old|young)|(?:\d{2}|\w+ty(?:[- ]\w+)?)[- ]?(?:years?[- ]old|yo|y\/o)|(?:much |bit |little )?older|elderly|youngest|young for|youthful|middle[- ]aged|close to retire(?:ment)?|born in (?:19|20)\d\d|generation [xz]|millennial|boomer|grand(?:parents?|mother|father))\b/iu,
  accent:
    /\b(?:accent(?:s|ed)?|broken english|poor english|non-?native|native speakers?|mother tongue|(?:hard|difficult) to understand|pronunciation)\b/iu,
  origin:
    /\b(?:ethnic(?:ity|ally)?|race|racial(?:ly)?|nationality|citizen(?:ship)?|immigrants?|foreign(?:ers?)?|(?:home|own) country|country of origin|(?:really|originally) from|(?:his|her|their) (?:own )?country|skin colou?r|caste|refugees?|undocumented|green card|visa)\b/iu,
  orientation:
    /\b(?:gay|lesbian|bisexual|homosexual|queer|lgbtq?\w*\+?|transgender|trans (?:m[ae]n|wom[ae]n|person|people)|non-?binary|same[- ]sex|sexual(?:ity| orientation| preference)|gender identity|came out as|(?:his|her|their) pronouns)(?!\w)/iu,
  looks:
    /\b(?:reminds? (?:me|us) of|(?:spitting image|dead ringer|doppelg[aä]nger)|look-?alikes?|looks? (?:just |exactly |a lot )?like (?:me|us|my|our|one of us|dr\.?|somebody|someone)|like (?:me|myself) (?:at|when)|looks the part|(?:good|nice|young)[- ]looking|attractive|handsome|pretty|beautiful|tattoos?|piercings?|hair(?:style|cut)|(?:his|her|their) (?:looks|appearance|clothes|weight|height))\b/iu,
  schools:
    /\b(?:(?:caribbean|offshore|island|foreign|overseas|osteopathic|ivy(?: league)?|elite|prestigious|no-?name|unknown|obscure|lesser|weak|bad|good|better|top|(?:low|mid|middle|high|top|second|third)(?:er)?[- ]tier) (?:med(?:ical)? )?schools?|(?:just|only|typical|another|usual|for) an? (?:img|fmg|do|caribbean)|(?:type|kind|sort|caliber|calibre|tier|name|rank(?:ing)?|prestige|reputation) of (?:the |that |this |his |her |their )?(?:med(?:ical)? )?schools?|(?:that|his|her|their) (?:type|kind|sort) of school|schools? like (?:that|this|hers|his|theirs)|school(?:['’]s)? (?:type|tier|name|prestige|pedigree|reputation|rank(?:ing)?)|never heard of (?:the|that|this|his|her|their) school|caribbean (?:grads?|graduates?|students?|imgs?)|pedigree)\b/iu,
  otherPrograms:
    /\b(?:other (?:programs?|interviews?)|where else (?:he|she|they)|also (?:applied|applying|interviewed|interviewing|ranking)|(?:his|her|their) (?:number one|first choice|top choice)|rank(?:s|ing|ed)? us|interview(?:ed|ing|s) elsewhere|applied (?:elsewhere|to other|to \d+)|dual[- ]appl(?:y|ied|ying|icant))\b/iu,
};

/** One hint a topic, in the order of the topics, each with the first word that called for it. Total for any text. */
export function noteHints(text: string): NoteHint[] {
  // Blanks of the same length keep what stands beside it apart.
  const rest = harmless.reduce((left, phrase) => left.replace(phrase, (found) => " ".repeat(found.length)), text);
  return hintTopics.flatMap((topic) => {
    const word = rest.match(words[topic])?.[0];
    return word === undefined ? [] : [{ topic, word: word.trim() }];
  });
}
