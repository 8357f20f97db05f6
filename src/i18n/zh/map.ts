export default {
  north: '北',
  drawing: '地图绘制中',
  unavailable: '此浏览器没有可用的 WebGL，地图无法绘制；各表与数字不受影响。',
  lost: '显卡暂时收回了地图，正在恢复。',
  reduced: '画布超出显卡上限，地图以较低的清晰度绘制。',
  scale: '比例尺',
  keys: '方向键平移，加减号缩放，逗号与句号在图上标记间移动，回车选定',
}
