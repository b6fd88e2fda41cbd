import{T as O,m as n,t as w,P as v,U as P,s as T}from"./main.js";import{c as C}from"./copying-27bc8dc9.js";const S=20,$={tflite:{Android:M,iOS:_,Python:B,JavaScript:R},tfjs:{JavaScript:N}},j=Object.keys($);function z(e,i){return Object.entries($[i.format]??{}).map(([t,o])=>({platform:t,code:o(i,e)}))}function M(e){return`// build.gradle.kts: implementation("com.google.mediapipe:tasks-vision:latest.release")
// Put the file into src/main/assets/. It contains its labels.
import com.google.mediapipe.framework.image.BitmapImageBuilder
import com.google.mediapipe.tasks.vision.imageclassifier.ImageClassifier

val classifier = ImageClassifier.createFromFile(context, "${d(e)}")
val image = BitmapImageBuilder(bitmap).build() // of any size
val best = classifier.classify(image).classificationResult().classifications()[0].categories()[0]
println("\${best.categoryName()}: \${best.score()}")
`}function _(e){return`// Podfile: pod 'MediaPipeTasksVision'
// Put the file into the app's bundle. It contains its labels.
import MediaPipeTasksVision

let options = ImageClassifierOptions()
options.baseOptions.modelAssetPath = Bundle.main.path(forResource: "${d(e).replace(/\.tflite$/,"")}", ofType: "tflite")!
let classifier = try ImageClassifier(options: options)
let result = try classifier.classify(image: MPImage(uiImage: image)) // of any size
let best = result.classificationResult.classifications[0].categories[0]
print(best.categoryName ?? "", best.score)
`}function B(e,{input:[,i,t]}){return`# pip install ai-edge-litert numpy pillow
import zipfile

import numpy as np
from ai_edge_litert.interpreter import Interpreter
from PIL import Image

path = "${d(e)}"
interpreter = Interpreter(path)
interpreter.allocate_tensors()
picture = Image.open("picture.png").convert("RGB").resize((${t}, ${i}))
interpreter.set_tensor(interpreter.get_input_details()[0]["index"], np.float32(picture)[np.newaxis])
interpreter.invoke()
probabilities = interpreter.get_tensor(interpreter.get_output_details()[0]["index"])[0]

labels = zipfile.ZipFile(path).read("labels.txt").decode().splitlines()
for index in probabilities.argsort()[::-1][:5]:
    print(f"{labels[index]}: {probabilities[index]:.2%}")
`}function R(e,i){const[,t,o]=i.input;return`// npm install @litertjs/core
import { Tensor, loadAndCompile, loadLiteRt } from "@litertjs/core";

await loadLiteRt("node_modules/@litertjs/core/wasm/");
const model = await loadAndCompile("${d(e)}", { accelerator: "wasm" });
const canvas = Object.assign(document.createElement("canvas"), { width: ${o}, height: ${t} });
const context = canvas.getContext("2d");
context.drawImage(document.querySelector("img"), 0, 0, ${o}, ${t});
const rgba = context.getImageData(0, 0, ${o}, ${t}).data;
const rgb = Float32Array.from(rgba.filter((_, index) => index % 4 < 3)); // 0 to 255, as they are
const [output] = await model.run([new Tensor(rgb, ${JSON.stringify(i.input).replaceAll(",",", ")})]);
const probabilities = output.toTypedArray();

${A(i)}`}function N(e,i){const[,t,o]=i.input;return`// npm install @tensorflow/tfjs
// Put ${[e,...e.parts].map(d).join(" and ")} into one folder.
import * as tf from "@tensorflow/tfjs";

const model = await tf.loadGraphModel("${d(e)}");
const pixels = tf.browser.fromPixels(document.querySelector("img"));
const image = tf.image.resizeBilinear(pixels, [${t}, ${o}]).expandDims(); // 0 to 255, as they are
const probabilities = await model.predict(image).data();

${A(i)}`}function A({name:e,labels:i}){return`const labels = ${i.length<=S?JSON.stringify(i).replaceAll(",",", "):`(await (await fetch("${O}")).json()).models.find(({ name }) => name === "${e}").labels`};
console.log(labels[probabilities.indexOf(Math.max(...probabilities))], Math.max(...probabilities));
`}function d({path:e}){return e.slice(e.lastIndexOf("/")+1)}const f=w({en:{copy:"Copy the code",close:"Close",code:"Code",title:"{file} on {platform}"},ko:{copy:"\uCF54\uB4DC \uBCF5\uC0AC",close:"\uB2EB\uAE30",code:"\uCF54\uB4DC",title:"{platform}\uC5D0\uC11C {file}"}});function F(e){const i=e.appendChild(n("dialog",{className:"code",testid:"code"})),t=i.appendChild(n("h2")),o=i.appendChild(n("pre"));o.tabIndex=0,o.setAttribute("role","region"),o.setAttribute("aria-label",f("code"));const a=o.appendChild(n("code")),c=i.appendChild(n("p")),s=n("button",{testid:"copy-code",textContent:f("copy")});return C(s,()=>a.textContent??""),c.append(s,n("button",{testid:"close-code",textContent:f("close"),onclick:()=>i.close()})),i.addEventListener("click",({target:l})=>l===i&&i.close()),(l,u)=>{const p=n("span",{className:"platforms"});p.setAttribute("role","group"),p.setAttribute("aria-label",f("code"));for(const m of z(l,u)){const g=p.appendChild(n("button",{textContent:m.platform})),b={file:u.path.replace(/\/model\.json$/,""),platform:m.platform};g.addEventListener("click",()=>{t.textContent=i.ariaLabel=f("title",b),a.textContent=m.code,i.showModal()})}return p}}const r=w({en:{single:"The page in one file: open it with a double-click, without a network",android:"The Android app is larger than 10 MB, so it is not committed. Build it with",file:"File",size:"Size",accuracy:"Accuracy",difference:"Difference from Keras",withheld:"Withheld: {reason}",large:"Too large to be committed; build it with {command}",code:"Code",copy:"Copy",copyHash:"Copy the SHA-256 of {path}"},ko:{single:"\uB2E8\uC77C \uD30C\uC77C \uD398\uC774\uC9C0: \uB354\uBE14 \uD074\uB9AD\uC73C\uB85C \uC5F4\uACE0, \uB124\uD2B8\uC6CC\uD06C\uAC00 \uD544\uC694 \uC5C6\uC2B5\uB2C8\uB2E4",android:"Android \uC571\uC740 10 MB\uAC00 \uB118\uC5B4 \uCEE4\uBC0B\uD558\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4. \uBE4C\uB4DC \uBA85\uB839:",file:"\uD30C\uC77C",size:"\uD06C\uAE30",accuracy:"\uC815\uD655\uB3C4",difference:"Keras\uC640\uC758 \uCC28\uC774",withheld:"\uACF5\uAC1C\uD558\uC9C0 \uC54A\uC74C: {reason}",large:"\uCEE4\uBC0B\uD558\uAE30\uC5D0 \uB108\uBB34 \uD07D\uB2C8\uB2E4. \uBE4C\uB4DC \uBA85\uB839: {command}",code:"\uCF54\uB4DC",copy:"\uBCF5\uC0AC",copyHash:"{path}\uC758 SHA-256 \uBCF5\uC0AC"}});function L(e,{catalog:i}){const t=k(new URL("both-sides.html",v).href,r("single"));t.className="single";const o=n("p",{testid:"android"},r("android")," ",n("code",{textContent:"make android"}));e.replaceChildren(t,o);const a=F(e);e.append(...i.models.flatMap(c=>E(c,a)))}function E(e,i){const t=n("table",{testid:`files-${e.name}`});t.createTHead().insertRow().append(...I().map(s=>n("th",{textContent:s})));const a=t.createTBody(),c=j.flatMap(s=>e.files.filter(l=>l.format===s));for(const s of c)H(a,e,s,i);return[n("h2",{textContent:e.title}),t]}const I=()=>[r("file"),r("size"),r("accuracy"),r("difference"),r("code"),"SHA-256"];function H(e,i,t,o){const a=e.insertRow(),c=I().map(h=>{const x=a.insertCell();return x.dataset.heading=h,x}),[s,l,u,p,m,g]=c,b=t.command&&r("large",{command:t.command}),y=t.withheld?r("withheld",{reason:t.withheld}):b;if(y)s.textContent=`${t.path}. ${y}`;else for(const h of[t,...t.parts])s.append(k(P(h),h.path),n("br"));l.textContent=T(t.bytes),u.textContent=t.accuracy===null?"\u2013":`${(t.accuracy*100).toFixed(2)} %`,p.textContent=t.max_difference.toExponential(1),!t.withheld&&(m.append(o(i,t)),g.append(...[t,...t.parts].map(G)))}function G({path:e,sha256:i}){const t=n("div",{className:"hash"}),o=n("code",{textContent:i.slice(0,12),title:i}),a=n("button",{textContent:r("copy")});return a.setAttribute("aria-label",r("copyHash",{path:e})),C(a,()=>i),t.append(o,a),t}function k(e,i){return n("a",{href:e,textContent:i,download:e.slice(e.lastIndexOf("/")+1)})}export{L as mount};
