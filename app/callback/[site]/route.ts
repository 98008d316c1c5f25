/** The redirect address of a site that has one of its own; which site's answer may come here, finishLaunch knows. */
export { GET, POST } from '../route.ts';
