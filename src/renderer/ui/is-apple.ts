/** Whether keys are named as Apple's keyboards name them. */
export const isApple = (): boolean => /Mac|iPhone|iPad/u.test(navigator.platform)
