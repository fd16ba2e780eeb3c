// The yardstick: a plain Socket.IO server that relays a move to everybody else in its room. With DATABASE_URL set it first
// makes the move durable, one PostgreSQL transaction a move, and nothing more: no policy, no order, no idempotency.
import { createServer } from "node:http";
import pg from "pg";
import { Server } from "socket.io";

const httpServer = createServer();
const io = new Server(httpServer, { serveClient: false, perMessageDeflate: false });
const url = process.env.DATABASE_URL;
const pool = url ? new pg.Pool({ connectionString: url, max: 10 }) : undefined;
await pool?.query(`
  drop table if exists plain_moves, plain_places;
  create table plain_moves (room text, seq int, body jsonb, primary key (room, seq));
  create table plain_places (room text, applicant text, after text, primary key (room, applicant))`);

/** The last move of each room: the next one waits for it, so that order of commit is order of relay. */
const lastOf = new Map();
let seq = 0;

async function store(room, move) {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("insert into plain_moves values ($1, $2, $3)", [room, move.seq, move]);
    await client.query(
      "insert into plain_places values ($1, $2, $3) on conflict (room, applicant) do update set after = excluded.after",
      [room, move.applicantId, move.after],
    );
    await client.query("commit");
  } finally {
    client.release();
  }
}

io.on("connection", (socket) => {
  socket.on("join", (room, answer) => {
    socket.join(room);
    answer(true);
  });
  socket.on("move", (room, move, answer) => {
    seq += 1;
    const numbered = { ...move, seq };
    const relay = () => {
      socket.to(room).emit("move", numbered);
      answer(numbered.seq);
    };
    if (!pool) return relay();
    const done = (lastOf.get(room) ?? Promise.resolve()).then(() => store(room, numbered)).then(relay);
    lastOf.set(
      room,
      done.catch(() => {}),
    );
  });
});
httpServer.listen(Number(process.env.PORT), "127.0.0.1", () => console.log("ready"));
process.on("SIGTERM", () => process.exit(0));
