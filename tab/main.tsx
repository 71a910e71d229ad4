import { createRoot } from 'react-dom/client';
import { findHost } from './find-host.ts';
import { Root } from './root.tsx';
import './styles/page.css';
import './styles/controls.css';
import './styles/notice.css';
import './styles/plan.css';
import './styles/filters.css';
import './styles/rows.css';
import './styles/cells.css';
import './styles/row-controls.css';
import './styles/table.css';
import './styles/cards.css';
import './styles/print.css';

// The handshake with Teams is the longest part of a start, so it comes before anything is drawn; what stands on the
// page meanwhile is plain HTML.
const found = await findHost();
const place = document.getElementById('tab');
if (place === null) throw new Error('The page has no place for the tab.');
createRoot(place).render(<Root found={found} />);
