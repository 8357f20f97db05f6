import { createRouter, createWebHashHistory } from 'vue-router'
import FirstRunView from './views/first-run/FirstRunView.vue'

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'first-run', component: FirstRunView },
    { path: '/w/:workspace', redirect: (to) => ({ name: 'wall', params: to.params }) },
    { path: '/w/:workspace/wall', name: 'wall', component: () => import('./views/wall/WallView.vue') },
    { path: '/w/:workspace/desk', name: 'desk', component: () => import('./views/desk/DeskView.vue') },
    {
      path: '/w/:workspace/briefing',
      name: 'briefing',
      component: () => import('./views/briefing/BriefingView.vue'),
    },
    {
      path: '/w/:workspace/import',
      name: 'import',
      component: () => import('./views/import/ImportView.vue'),
    },
    {
      path: '/w/:workspace/checks',
      name: 'checks',
      component: () => import('./views/checks/ChecksView.vue'),
    },
    {
      path: '/w/:workspace/approval',
      name: 'approval',
      component: () => import('./views/approval/ApprovalView.vue'),
    },
    {
      path: '/w/:workspace/notice',
      name: 'notice',
      component: () => import('./views/approval/NoticeView.vue'),
    },
    {
      path: '/w/:workspace/handover',
      name: 'handover',
      component: () => import('./views/handover/HandOverView.vue'),
    },
    {
      path: '/w/:workspace/rules',
      name: 'rules',
      component: () => import('./views/rules/RulesView.vue'),
    },
    {
      path: '/w/:workspace/lookup',
      name: 'lookup',
      component: () => import('./views/lookup/LookupView.vue'),
    },
    {
      path: '/w/:workspace/workspace',
      name: 'workspace',
      component: () => import('./views/workspace/WorkspaceView.vue'),
    },
    { path: '/:anything(.*)*', redirect: { name: 'first-run' } },
  ],
})
