import { type ComponentType, lazy, Suspense } from 'react';
import { FirstSight } from './first-sight.tsx';
import { PlanPage } from './plan/plan-page.tsx';

// Only the plan is in what everybody loads.
const ConfigPage = lazy(async () => ({ default: (await import('./config/page.tsx')).ConfigPage }));
const RemovePage = lazy(async () => ({ default: (await import('./config/remove.tsx')).RemovePage }));

const pageAt = (path: string): ComponentType => {
  if (/\/config\/?$/.test(path)) return ConfigPage;
  return /\/remove\/?$/.test(path) ? RemovePage : PlanPage;
};

/** The page that the address asks for. */
export const Pages = () => {
  const Page = pageAt(location.pathname);
  return (
    <Suspense fallback={<FirstSight />}>
      <Page />
    </Suspense>
  );
};
