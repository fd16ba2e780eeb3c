// Every migration that a database somewhere has run, with the SHA-256 of its text: it is never changed again. A new one is added here
// when it lands, and has a number of its own after all of these.
export const landedMigrations: Readonly<Record<string, string>> = {
  "0001-initial": "db52f603c520059b401b5dc9af77e66650f7d8a5476aacce3bd3a4895a1a3211",
  "0002-programs-and-rosters": "07e7f23d4c5e6ddbacd4d2d72f5edcc91cc646377af122433b2768e511e215af",
  "0003-sign-in": "6b875e68870d294b808f5b659173ca2bfab6e9d7a3c7234cd9bfe92c1a7cc272",
  "0004-audit-and-retention": "c682fad97e02c62ebaa9b840d6b1cb5ae31d84c61cb2ca7ea676c6006f15f225",
  "0005-joining": "4062c06f335a2b352b8d3c477379dab39627486b83123df027bc44525269a87a",
  "0006-seasons": "92b7a97136eeb3360560f208670afebe59d4b193f5918705e5e3c20599086665",
  "0008-imports": "1efdfeef1061f349c2f85503019381da3830225f2c29be0cabb649f08815d37a",
  "0009-interview-notes": "d5c24510b5252632a464f279befcc9ce47b9703627339ca53048d6cdcc839dae",
  "0010-voice-weights": "82977a5533c156ec59f174dcd934ffe992f23609d3b1635794da748eef3502d9",
  "0011-rubrics": "b32093c98d78a6bbc3559c7cb64491b7dd1389a004cfa9b1d59fd5d69e3907ec",
  "0012-applicant-files": "d6bc14418b65198cdeb311d53921409fe712a0a00b2cb1564b2a687dc417f0ec",
  "0013-room": "953bcdce91f441ebd5d2b1f2765bf96fbb5c27f51bdf20ee7cd05ea06348d67c",
  "0014-equity-facts": "992d948a7ef0f3cac4ad757618440464d9d8f8dfcb2b53bc5002b7e49d5adb04",
  "0015-rehearsals": "523e4a5654211b6f668122fb5e6c6804a7732c667016878cfa94044aef8cf7a9",
  "0016-class-outcomes": "fef4a87cbff6fc93726fac970d569890c892682deed8bf2f39cb6a49f04e70e8",
  "0017-write-checks": "dd0165f81618fd2e524c64d3d4f7f06e9d493900175fe1ddb7fa70924983b7e8",
  "0018-sign-in-again": "0df1e4f8cc98dcbb91b7d497f5f36c5b34fa442c982f26b1c707422487aeb1f6",
  "0020-carry-over": "314fbf77db33722d9e658b9b4ce3e7729ec2feb62d92f875c860a81b97e2aa3e",
  "0022-unheard-notes": "3f8525ecc2e2cd86bfe77ec242e09dbf1c4e0b166b0b29e72a3a821311e4c941",
  "0023-time-zones": "e937d07344c480645797f8849444727a2faac097b871d78e1766c02e9abbbc42",
};

/**
 * What migrations a database of the main line, or of a branch that somebody ran, can have had before the next start: states of the
 * folder as they were, oldest first.
 */
export const landedStates: readonly string[] = [
  "0001",
  "0001 0002",
  "0001 0003",
  "0001 0004",
  "0001 0005",
  "0001 0002 0005",
  "0001 0004 0005",
  "0001 0002 0004 0005",
  "0001 0002 0003 0004 0005",
  "0001 0002 0003 0004 0005 0006",
  "0001 0002 0003 0004 0005 0006 0009",
  "0001 0002 0003 0004 0005 0006 0011",
  "0001 0002 0003 0004 0005 0006 0013",
  "0001 0002 0003 0004 0005 0006 0009 0011",
  "0001 0002 0003 0004 0005 0006 0009 0011 0012",
  "0001 0002 0003 0004 0005 0006 0009 0010 0011",
  "0001 0002 0003 0004 0005 0006 0009 0010 0011 0012",
  "0001 0002 0003 0004 0005 0006 0009 0011 0012 0013",
  "0001 0002 0003 0004 0005 0006 0009 0010 0011 0012 0013",
  "0001 0002 0003 0004 0005 0006 0008 0009 0011 0012",
  "0001 0002 0003 0004 0005 0006 0008 0009 0011 0012 0013",
  "0001 0002 0003 0004 0005 0006 0008 0009 0010 0011 0012 0013",
  "0001 0002 0003 0004 0005 0006 0008 0009 0010 0011 0012 0013 0014",
  "0001 0002 0003 0004 0005 0006 0008 0009 0010 0011 0012 0013 0015",
  "0001 0002 0003 0004 0005 0006 0008 0009 0010 0011 0012 0013 0014 0015",
  "0001 0002 0003 0004 0005 0006 0008 0009 0010 0011 0012 0013 0014 0015 0016",
  "0001 0002 0003 0004 0005 0006 0008 0009 0010 0011 0012 0013 0014 0015 0016 0022",
];

/** How a migration was before it was changed, told as what has to be done after it to have it so again. */
export const earlierTexts: readonly { name: string; what: string; undo: readonly string[] }[] = [
  {
    name: "0001",
    what: "with foreign keys on the tables of every move, an index that is not used, and lists stored elsewhere",
    undo: [
      ...["meeting_commands", "meeting_events", "rank_orders"].map(
        (table) => `alter table ${table} add foreign key (meeting_id) references meetings (id)`,
      ),
      "create index meeting_events_command on meeting_events (meeting_id, command_id)",
      ...["protected", "middle", "red", "unplaced"].map(
        (column) => `alter table rank_orders alter column ${column} set storage extended`,
      ),
    ],
  },
  {
    name: "0009",
    what: "without interviews that are taken back",
    undo: ["alter table interviews drop column removed_at, drop column removed_by"],
  },
  { name: "0013", what: "without the wall's links", undo: ["drop table presenter_links"] },
  { name: "0014", what: "without what the equity check last showed", undo: ["drop table equity_checks"] },
];
