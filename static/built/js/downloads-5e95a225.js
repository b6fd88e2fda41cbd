import{S as I,t as x,P as k,T as O,s as v}from"./main.js";import{c as w}from"./copying-27bc8dc9.js";const P=20,C={tflite:{Android:j,iOS:z,Python:M,JavaScript:_},tfjs:{JavaScript:B}},S=Object.keys(C);function T(n,t){return Object.entries(C[t.format]??{}).map(([e,o])=>({platform:e,code:o(t,n)}))}function j(n){return`// build.gradle.kts: implementation("com.google.mediapipe:tasks-vision:latest.release")
// Put the file into src/main/assets/. It contains its labels.
import com.google.mediapipe.framework.image.BitmapImageBuilder
import com.google.mediapipe.tasks.vision.imageclassifier.ImageClassifier

val classifier = ImageClassifier.createFromFile(context, "${m(n)}")
val image = BitmapImageBuilder(bitmap).build() // of any size
val best = classifier.classify(image).classificationResult().classifications()[0].categories()[0]
println("\${best.categoryName()}: \${best.score()}")
`}function z(n){return`// Podfile: pod 'MediaPipeTasksVision'
// Put the file into the app's bundle. It contains its labels.
import MediaPipeTasksVision

let options = ImageClassifierOptions()
options.baseOptions.modelAssetPath = Bundle.main.path(forResource: "${m(n).replace(/\.tflite$/,"")}", ofType: "tflite")!
let classifier = try ImageClassifier(options: options)
let result = try classifier.classify(image: MPImage(uiImage: image)) // of any size
let best = result.classificationResult.classifications[0].categories[0]
print(best.categoryName ?? "", best.score)
`}function M(n,{input:[,t,e]}){return`# pip install ai-edge-litert numpy pillow
import zipfile

import numpy as np
from ai_edge_litert.interpreter import Interpreter
from PIL import Image

path = "${m(n)}"
interpreter = Interpreter(path)
interpreter.allocate_tensors()
picture = Image.open("picture.png").convert("RGB").resize((${e}, ${t}))
interpreter.set_tensor(interpreter.get_input_details()[0]["index"], np.float32(picture)[np.newaxis])
interpreter.invoke()
probabilities = interpreter.get_tensor(interpreter.get_output_details()[0]["index"])[0]

labels = zipfile.ZipFile(path).read("labels.txt").decode().splitlines()
for index in probabilities.argsort()[::-1][:5]:
    print(f"{labels[index]}: {probabilities[index]:.2%}")
`}function _(n,t){const[,e,o]=t.input;return`// npm install @litertjs/core
import { Tensor, loadAndCompile, loadLiteRt } from "@litertjs/core";

await loadLiteRt("node_modules/@litertjs/core/wasm/");
const model = await loadAndCompile("${m(n)}", { accelerator: "wasm" });
const canvas = Object.assign(document.createElement("canvas"), { width: ${o}, height: ${e} });
const context = canvas.getContext("2d");
context.drawImage(document.querySelector("img"), 0, 0, ${o}, ${e});
const rgba = context.getImageData(0, 0, ${o}, ${e}).data;
const rgb = Float32Array.from(rgba.filter((_, index) => index % 4 < 3)); // 0 to 255, as they are
const [output] = await model.run([new Tensor(rgb, ${JSON.stringify(t.input).replaceAll(",",", ")})]);
const probabilities = output.toTypedArray();

${$(t)}`}function B(n,t){const[,e,o]=t.input;return`// npm install @tensorflow/tfjs
// Put ${[n,...n.parts].map(m).join(" and ")} into one folder.
import * as tf from "@tensorflow/tfjs";

const model = await tf.loadGraphModel("${m(n)}");
const pixels = tf.browser.fromPixels(document.querySelector("img"));
const image = tf.image.resizeBilinear(pixels, [${e}, ${o}]).expandDims(); // 0 to 255, as they are
const probabilities = await model.predict(image).data();

${$(t)}`}function $({name:n,labels:t}){return`const labels = ${t.length<=P?JSON.stringify(t).replaceAll(",",", "):`(await (await fetch("${I}")).json()).models.find(({ name }) => name === "${n}").labels`};
console.log(labels[probabilities.indexOf(Math.max(...probabilities))], Math.max(...probabilities));
`}function m({path:n}){return n.slice(n.lastIndexOf("/")+1)}const h=x({en:{copy:"Copy the code",close:"Close",code:"Code",title:"{file} on {platform}"},ko:{copy:"\uCF54\uB4DC \uBCF5\uC0AC",close:"\uB2EB\uAE30",code:"\uCF54\uB4DC",title:"{platform}\uC5D0\uC11C {file}"}});function R(n){const t=n.appendChild(document.createElement("dialog"));t.className="code",t.dataset.testid="code";const e=t.appendChild(document.createElement("h2")),o=t.appendChild(document.createElement("pre"));o.tabIndex=0,o.setAttribute("role","region"),o.setAttribute("aria-label",h("code"));const a=o.appendChild(document.createElement("code")),d=t.appendChild(document.createElement("p")),[c,r]=["copy-code","close-code"].map(i=>{const l=d.appendChild(document.createElement("button"));return l.type="button",l.dataset.testid=i,l});return c.textContent=h("copy"),r.textContent=h("close"),w(c,()=>a.textContent??""),r.addEventListener("click",()=>t.close()),t.addEventListener("click",({target:i})=>i===t&&t.close()),(i,l)=>{const p=document.createElement("span");p.className="platforms",p.setAttribute("role","group"),p.setAttribute("aria-label",h("code"));for(const u of T(i,l)){const f=p.appendChild(document.createElement("button"));f.type="button",f.textContent=u.platform;const g={file:l.path.replace(/\/model\.json$/,""),platform:u.platform};f.addEventListener("click",()=>{e.textContent=t.ariaLabel=h("title",g),a.textContent=u.code,t.showModal()})}return p}}const s=x({en:{single:"The page in one file: open it with a double-click, without a network",android:"The Android app is larger than 10 MB, so it is not committed. Build it with",file:"File",size:"Size",accuracy:"Accuracy",difference:"Difference from Keras",withheld:"Withheld: {reason}",large:"Too large to be committed; build it with {command}",code:"Code",copy:"Copy",copyHash:"Copy the SHA-256 of {path}"},ko:{single:"\uB2E8\uC77C \uD30C\uC77C \uD398\uC774\uC9C0: \uB354\uBE14 \uD074\uB9AD\uC73C\uB85C \uC5F4\uACE0, \uB124\uD2B8\uC6CC\uD06C\uAC00 \uD544\uC694 \uC5C6\uC2B5\uB2C8\uB2E4",android:"Android \uC571\uC740 10 MB\uAC00 \uB118\uC5B4 \uCEE4\uBC0B\uD558\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4. \uBE4C\uB4DC \uBA85\uB839:",file:"\uD30C\uC77C",size:"\uD06C\uAE30",accuracy:"\uC815\uD655\uB3C4",difference:"Keras\uC640\uC758 \uCC28\uC774",withheld:"\uACF5\uAC1C\uD558\uC9C0 \uC54A\uC74C: {reason}",large:"\uCEE4\uBC0B\uD558\uAE30\uC5D0 \uB108\uBB34 \uD07D\uB2C8\uB2E4. \uBE4C\uB4DC \uBA85\uB839: {command}",code:"\uCF54\uB4DC",copy:"\uBCF5\uC0AC",copyHash:"{path}\uC758 SHA-256 \uBCF5\uC0AC"}});function L(n,{catalog:t}){const e=A(new URL("both-sides.html",k).href,s("single"));e.className="single";const o=document.createElement("p"),a=document.createElement("code");a.textContent="make android",o.append(s("android")," ",a),o.dataset.testid="android",n.replaceChildren(e,o);const d=R(n);n.append(...t.models.flatMap(c=>N(c,d)))}function N(n,t){const e=document.createElement("h2");e.textContent=n.title;const o=document.createElement("table");o.dataset.testid=`files-${n.name}`;const a=o.createTHead().insertRow();for(const r of E()){const i=document.createElement("th");i.textContent=r,a.append(i)}const d=o.createTBody(),c=S.flatMap(r=>n.files.filter(i=>i.format===r));for(const r of c)F(d,n,r,t);return[e,o]}const E=()=>[s("file"),s("size"),s("accuracy"),s("difference"),s("code"),"SHA-256"];function F(n,t,e,o){const a=n.insertRow(),d=E().map(b=>{const y=a.insertCell();return y.dataset.heading=b,y}),[c,r,i,l,p,u]=d,f=e.command&&s("large",{command:e.command}),g=e.withheld?s("withheld",{reason:e.withheld}):f;if(g)c.textContent=`${e.path}. ${g}`;else for(const b of[e,...e.parts])c.append(A(O(b),b.path),document.createElement("br"));r.textContent=v(e.bytes),i.textContent=e.accuracy===null?"\u2013":`${(e.accuracy*100).toFixed(2)} %`,l.textContent=e.max_difference.toExponential(1),!e.withheld&&(p.append(o(t,e)),u.append(...[e,...e.parts].map(H)))}function H({path:n,sha256:t}){const e=document.createElement("div");e.className="hash";const o=document.createElement("code");o.textContent=t.slice(0,12),o.title=t;const a=document.createElement("button");return a.type="button",a.textContent=s("copy"),a.setAttribute("aria-label",s("copyHash",{path:n})),w(a,()=>t),e.append(o,a),e}function A(n,t){const e=document.createElement("a");return e.href=n,e.textContent=t,e.download=n.slice(n.lastIndexOf("/")+1),e}export{L as mount};
