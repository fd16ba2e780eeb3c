// `/account/proof`: do I have to prove who I am before a lock, and my proof. Asked by the lock's dialog.
import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import type { ProofService } from "../../server/context/proof";
import { readForm, textOf } from "../read-form";
import { setCookies } from "../set-cookies";
import { refusalWords } from "../sign-in/refusal-words";

function proofOf(context: AppLoadContext): ProofService {
  if (!context.proof) throw Response.json({ message: "Please sign in again." }, { status: 401 });
  return context.proof;
}

export const loader = async ({ context }: LoaderFunctionArgs) => Response.json(await proofOf(context).read());

export async function action({ request, context }: ActionFunctionArgs) {
  const proof = proofOf(context);
  const form = await readForm(request);
  switch (textOf(form, "way")) {
    case "askCode": {
      const asked = await context.signIn.requestLink(context.person?.email ?? "", "/");
      if (!asked.ok) return Response.json({ message: refusalWords[asked.code] }, { status: 429 });
      const { isMailed, trouble } = asked;
      return Response.json({ isMailed, trouble }, { headers: setCookies(asked.setCookie) });
    }
    case "sso": {
      const start = await proof.bySso();
      if (!start.ok) return Response.json({ message: refusalWords[start.code] }, { status: 409 });
      return Response.json({ goTo: start.redirectTo }, { headers: setCookies(start.setCookie) });
    }
    case "password":
      return told(await proof.byPassword(textOf(form, "password")));
    case "code":
      return told(await proof.byCode(textOf(form, "code")));
    case "press":
      return told(await proof.byPress());
    default:
      return Response.json({ message: "That was not understood." }, { status: 400 });
  }
}

const told = (answer: Awaited<ReturnType<ProofService["byPress"]>>): Response =>
  answer.ok ? Response.json({}) : Response.json({ message: refusalWords[answer.code] }, { status: 400 });
