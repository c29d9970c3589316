// Joins the files of `page/` to the one script of report.html.
import baseStyle from './page/base.css?text';
import cardStyle from './page/cards.css?text';
import core from './page/core.js?text';
import main from './page/main.js?text';
import reportStyle from './page/report.css?text';
import testDetail from './page/test-detail.js?text';
import testList from './page/test-list.js?text';
import testsStyle from './page/tests.css?text';
import timeline from './page/timeline.js?text';

/** The script of report.html: the files of `page/` in one scope that nothing outside can reach. */
export const PAGE_SCRIPT = `(() => {\n'use strict';\n${[core, testDetail, testList, timeline, main].join('\n')}})();\n`;

/** The style of report.html. */
export const PAGE_STYLE = [baseStyle, reportStyle, cardStyle, testsStyle].join('\n');
