const picture = await fetch("../../offline/data/examples/digit-2.png");
const response = await fetch("../predict?model=compact", { method: "POST", body: await picture.blob() });
export const answer = await response.json();
