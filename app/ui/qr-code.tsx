// A QR code, dark on white in the dark too: that is what scanners read. Drawn by the server as one path.
import type { QrDrawing } from "../../domain/joining";

export const QrCode = ({ drawing, label, className }: { drawing: QrDrawing; label: string; className?: string }) => (
  <svg
    role="img"
    aria-label={label}
    viewBox={`0 0 ${drawing.size} ${drawing.size}`}
    shapeRendering="crispEdges"
    className={className}
  >
    <rect width={drawing.size} height={drawing.size} fill="#ffffff" />
    <path d={drawing.path} fill="#000000" />
  </svg>
);
