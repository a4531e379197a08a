/** The thread has ended, or was ended: what it kept is gone, and is to be told to it again. */
export class ThreadGone extends Error {}
