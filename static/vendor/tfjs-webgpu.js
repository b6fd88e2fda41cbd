import{T as Tr}from"./chunk-SYFRUC2V.js";import{$ as Sr,$b as w,A as Xt,Aa as Ae,B as Qt,C as jt,D as Yt,Db as zr,E as Zt,F as Jt,Fa as Lr,G as er,H as tr,I as rr,K as or,L as sr,La as _r,M as ir,Ma as ce,N as ar,O as nr,P as ur,Q as lr,R as pr,S as cr,T as dr,U as hr,V as mr,W as fr,X as gr,Y as Cr,Z as xr,_ as wr,a as Pt,aa as br,b as At,ba as yr,c as U,ca as vr,d as Dt,da as $r,e as Et,f as Nt,fa as Ir,g as Bt,ga as Rr,ha as kr,i as Lt,ia as Pr,ja as Ar,k as _t,ka as Dr,l as zt,la as Er,m as Tt,ma as Nr,n as Ft,o as Ut,oa as b,p as Mt,qa as g,r as Ot,s as Wt,t as Vt,ta as se,ua as Br,w as Gt,wa as Z,x as Ht,y as qt,z as Kt}from"./chunk-7ZWPWL5D.js";import"./chunk-YVSA2ZOB.js";var K=U();K.registerFlag("WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE",()=>15);K.registerFlag("WEBGPU_CPU_FORWARD",()=>!0);K.registerFlag("WEBGPU_MATMUL_PROGRAM_TYPE",()=>-1);K.registerFlag("WEBGPU_USE_NAIVE_CONV2D_TRANSPOSE",()=>!0);K.registerFlag("WEBGPU_USE_LOW_POWER_GPU",()=>!1);K.registerFlag("WEBGPU_CPU_HANDOFF_SIZE_THRESHOLD",()=>1e3);K.registerFlag("WEBGPU_USE_PROFILE_TOOL",()=>!1);K.registerFlag("WEBGPU_IMPORT_EXTERNAL_TEXTURE",()=>!0);K.registerFlag("WEBGPU_USE_NAIVE_CONV2D_DEBUG",()=>!1);K.registerFlag("WEBGPU_THRESHOLD_TO_INCREASE_WORKGROUPS_FOR_MATMUL",()=>-1);K.registerFlag("WEBGPU_CONV_SEPARATE_IM2COL_SHADER",()=>!1);K.registerFlag("WEBGPU_PRINT_SHADER",()=>"");K.registerFlag("WEBGPU_ENGINE_COMPILE_ONLY",()=>!1);var De=class{constructor(t){t&&(this.vendor=t.vendor,this.architecture=t.architecture,this.intelGPUGeneration=this.getIntelGPUGeneration())}getIntelGPUGeneration(){if(this.isIntel()){if(this.architecture.startsWith("gen"))return Number(this.architecture.match(/\d+/));if(this.architecture.startsWith("xe"))return 12}return 0}isIntel(){return this.vendor==="intel"}};var Ee=class{constructor(t){this.device=t,this.numUsedBuffers=0,this.numFreeBuffers=0,this.freeBuffers=new Map,this.usedBuffers=new Map,this.numBytesUsed=0,this.numBytesAllocated=0}acquireBuffer(t,e,o=!1,s=!0){let i,a=Fr(t,e);return s?(this.freeBuffers.has(a)||this.freeBuffers.set(a,[]),this.freeBuffers.get(a).length>0?(i=this.freeBuffers.get(a).pop(),this.numFreeBuffers--):(i=this.device.createBuffer({size:t,usage:e,mappedAtCreation:o}),this.numBytesAllocated+=t)):(i=this.device.createBuffer({size:t,usage:e,mappedAtCreation:o}),this.numBytesAllocated+=t),this.usedBuffers.has(a)||this.usedBuffers.set(a,[]),this.usedBuffers.get(a).push(i),this.numUsedBuffers++,this.numBytesUsed+=t,i}releaseBuffer(t,e=!0){if(this.freeBuffers.size===0)return;let o=t.size,s=t.usage,i=Fr(o,s),a=this.usedBuffers.get(i),n=a.indexOf(t);if(n<0)throw new Error("Cannot find the buffer in buffer manager");a[n]=a[a.length-1],a.pop(),this.numUsedBuffers--,this.numBytesUsed-=o,e?(this.freeBuffers.get(i).push(t),this.numFreeBuffers++):(t.destroy(),this.numBytesAllocated-=o)}getNumUsedBuffers(){return this.numUsedBuffers}getNumFreeBuffers(){return this.numFreeBuffers}dispose(){this.freeBuffers.forEach((t,e)=>{t.forEach(o=>{o.destroy()})}),this.usedBuffers.forEach((t,e)=>{t.forEach(o=>{o.destroy()})}),this.freeBuffers=new Map,this.usedBuffers=new Map,this.numUsedBuffers=0,this.numFreeBuffers=0,this.numBytesUsed=0,this.numBytesAllocated=0}};function Fr(r,t){return`${r}_${t}`}var Ne=class{constructor(t){this.device=t,this.numUsedTextures=0,this.numFreeTextures=0,this.freeTextures=new Map,this.usedTextures=new Map,this.numBytesUsed=0,this.numBytesAllocated=0}acquireTexture(t,e,o,s){let i=Mr(o),a=t*e*i,n=Ur(t,e,o,s);if(this.freeTextures.has(n)||this.freeTextures.set(n,[]),this.usedTextures.has(n)||this.usedTextures.set(n,[]),this.numBytesUsed+=a,this.numUsedTextures++,this.freeTextures.get(n).length>0){this.numFreeTextures--;let l=this.freeTextures.get(n).shift();return this.usedTextures.get(n).push(l),l}this.numBytesAllocated+=a;let u=this.device.createTexture({size:[t,e],format:o,usage:s});return this.usedTextures.get(n).push(u),u}releaseTexture(t){if(this.freeTextures.size===0)return;let e=t.width,o=t.height,s=t.format,i=t.usage,a=Ur(e,o,s,i);this.freeTextures.has(a)||this.freeTextures.set(a,[]),this.freeTextures.get(a).push(t),this.numFreeTextures++,this.numUsedTextures--;let n=this.usedTextures.get(a),u=n.indexOf(t);if(u<0)throw new Error("Cannot release a texture that was never provided by this texture manager");n.splice(u,1);let l=Mr(s),p=e*o*l;this.numBytesUsed-=p}getNumUsedTextures(){return this.numUsedTextures}getNumFreeTextures(){return this.numFreeTextures}dispose(){this.freeTextures.forEach((t,e)=>{t.forEach(o=>{o.destroy()})}),this.usedTextures.forEach((t,e)=>{t.forEach(o=>{o.destroy()})}),this.freeTextures=new Map,this.usedTextures=new Map,this.numUsedTextures=0,this.numFreeTextures=0,this.numBytesUsed=0,this.numBytesAllocated=0}};function Ur(r,t,e,o){return`${r}_${t}_${e}_${o}`}function Mr(r){if(r==="rgba8unorm")return 16;throw new Error(`${r} is not supported!`)}function Or(r,t){if(Math.max(...r)>5)throw new Error("Cannot symbolically compute strides for rank > 6 tensor.");let e=r.length,o="xyzwuv",s=r.map(a=>`${t}.${o[a]}`),i=new Array(e-1);i[e-2]=s[e-1];for(let a=e-3;a>=0;--a)i[a]=`(${i[a+1]} * ${s[a+1]})`;return i}var Wr=(r,t,e)=>e==="int32"?`atomicAdd(${r}, bitcast<i32>(${t}));`:`
          {
            var oldValue = 0;
            loop {
              let newValueF32 = bitcast<f32>(oldValue) + (${t});
              let newValue = bitcast<i32>(newValueF32);
              let res = atomicCompareExchangeWeak(${r}, oldValue, newValue);
              if res.exchanged {
                break;
              }
              oldValue = res.old_value;
            }
          }`;var ye;(function(r){r[r.FROM_PIXELS=0]="FROM_PIXELS",r[r.DRAW=1]="DRAW"})(ye||(ye={}));var qr=(r,t,e,o,s)=>{let i={dtype:o.dtype,shape:o.shape},a=qs(e,i,t),n=r.createShaderModule({code:a,label:t.constructor.name}),u=U().get("WEBGPU_PRINT_SHADER");if(u!==""){u=u.toLowerCase();let l=u.split(",");(u==="all"||l.some(p=>t.shaderKey.toLowerCase().includes(p)))&&(console.group(t.shaderKey),console.debug(a),console.groupEnd())}return s?r.createComputePipelineAsync({compute:{module:n,entryPoint:"_start"},label:t.constructor.name,layout:"auto"}):r.createComputePipeline({compute:{module:n,entryPoint:"_start"},label:t.constructor.name,layout:"auto"})},A=(r,t="f32")=>{switch(r){case 1:return`${t}`;case 2:return`vec2<${t}>`;case 3:return`vec3<${t}>`;case 4:return`vec4<${t}>`;default:throw new Error(`${r}-component ${t} is not supported.`)}};function _(r){if(r<=1)return"i32";if(r===2)return"vec2<i32>";if(r===3)return"vec3<i32>";if(r===4)return"vec4<i32>";if(r===5)return"vec5";if(r===6)return"vec6";throw Error(`GPU for rank ${r} is not yet supported`)}function te(r){if(r===0)return"x";if(r===1)return"y";if(r===2)return"z";if(r===3)return"w";if(r===4)return"u";if(r===5)return"v";throw Error(`Index ${r} is not yet supported`)}function S(...r){let t;switch(r.length){case 0:t=`
        fn main()
      `;break;case 1:t=`
        fn main(${r[0]} : i32)
      `;break;default:throw Error("Unreachable")}return t}function Vr(r,t){let e;return e=`
     ${Hs(t)}
      fn _start(@builtin(local_invocation_id) LocalId : vec3<u32>,
                @builtin(global_invocation_id) GlobalId : vec3<u32>,
                @builtin(local_invocation_index) LocalIndex: u32,
                @builtin(workgroup_id) WorkgroupId : vec3<u32>,
                @builtin(num_workgroups) NumWorkgroups : vec3<u32>) {
        localId = LocalId;
        localIndex = LocalIndex;
        globalId = GlobalId;
        numWorkgroups = NumWorkgroups;
        workgroupId = WorkgroupId;
        ${r?"main(getGlobalIndex());":"main();"};
      }
    `,e}function Hs(r){return`
  @compute @workgroup_size(${r.workgroupSize[0]}, ${r.workgroupSize[1]}, ${r.workgroupSize[2]})
`}function qs(r,t,e){let o=[],s=e.workgroupSize[0]*e.workgroupSize[1]*e.workgroupSize[2];if(e.outputComponent=e.outputComponent?e.outputComponent:1,o.push(`

      var<private> localId: vec3<u32>;
      var<private> localIndex: u32;
      var<private> globalId: vec3<u32>;
      var<private> numWorkgroups: vec3<u32>;
      var<private> workgroupId: vec3<u32>;

      // Only used when the y/z dimension of workgroup size is 1.
      fn getGlobalIndex() -> i32 {
        ${Xr(e)?"  return i32(globalId.x);":`  return i32((workgroupId.z * numWorkgroups.x * numWorkgroups.y +
                workgroupId.y * numWorkgroups.x + workgroupId.x) * ${s}u +
                localIndex);
        `}
      }
    `),e.pixelsOpType!=null){let m=e.pixelsOpType===ye.FROM_PIXELS?`@group(0) @binding(0) var<storage, read_write> result: array<${de(t.dtype,e.outputComponent)}>;`:`@group(0) @binding(1) var<storage, read> inBuf : array<${de(r[0].dtype,e.outputComponent)}>;`,f=t.shape.length===3?"vec2<i32>":"i32";o.push(`
        struct Uniform {
          outShapeStrides : ${f},
          size            : i32,
          numChannels     : i32,
          alpha           : f32,
        };

        ${m}
        @group(0) @binding(2) var<uniform> uniforms: Uniform;
      `);let C=Hr(e);return[Gr,o.join(`
`),be(t.shape),e.getUserCode(),Vr(C,e)].join(`
`)}let i,a,n="struct Uniforms { NAN : f32, INFINITY : f32, ";e.variableNames.forEach((m,f)=>{let C=_(r[f].shape.length);n+=`${m.charAt(0).toLowerCase()+m.slice(1)}Shape : ${C}, `,i=r[f].shape.length-1,a=_(i),n+=`${m.charAt(0).toLowerCase()+m.slice(1)}ShapeStrides: ${a}, `});let u=_(t.shape.length);n+=`outShape : ${u}, `,i=t.shape.length-1,a=_(i),n+=`
         outShapeStrides: ${a}, `,e.size&&(n+="size : i32, "),e.uniforms&&(n+=e.uniforms),n+="};",n=ei(n),o.push(n),e.atomic?o.push(`
      @group(0) @binding(0) var<storage, read_write> result: array<atomic<i32>>;
    `):o.push(`
      @group(0) @binding(0) var<storage, read_write> result: array<${de(t.dtype,e.outputComponent)}>;
    `),e.variableNames.forEach((m,f)=>{o.push(`
      @group(0) @binding(${1+f}) var<storage, read> ${m}: array<${e.variableComponents?de(r[f].dtype,e.variableComponents[f]):de(r[f].dtype,e.outputComponent)}>;
        `)}),n!==""&&o.push(`
      @group(0) @binding(${1+e.variableNames.length}) var<uniform> uniforms: Uniforms;
      `);let l=Ys(t.shape,e.dispatchLayout),p=[Gr,o.join(`
`)+Ks,be(t.shape),l,Zs(t.shape.length)];e.atomic||p.push(Js(t.shape,t.dtype,e.outputComponent)),e.variableNames.forEach((m,f)=>{p.push(`${be(r[f].shape,m)}`)});let h=r.map((m,f)=>js(m,t.shape,e.variableComponents?e.variableComponents[f]:e.outputComponent,e.dispatchLayout.x.length===t.shape.length)).join(`
`);p.push(h),p.push(e.getUserCode());let c=Hr(e);return p.push(Vr(c,e)),p.join(`
`)}function Kr(r,t,e){let o=r.shaderKey;if(r.pixelsOpType!=null)return o;let s=[],i=[];t.forEach(p=>{s.push(p.shape),i.push(p.dtype)}),s.push(e.shape),i.push(e.dtype);let a=t.map(p=>w.getBroadcastDims(p.shape,e.shape)),n=t.map(p=>g.arraysEqual(p.shape,e.shape)).join("_"),u=a.map(p=>p.join("_")).join(";"),l=Xr(r)?"flatDispatch":"";return o+="_"+(r.workgroupSize?r.workgroupSize.join(","):"")+s.map(p=>p.length).join(",")+i.join(",")+r.variableNames.join(",")+u+n+l,o}var Gr=`
  struct vec5 {x: i32, y: i32, z: i32, w: i32, u: i32};
  struct vec6 {x: i32, y: i32, z: i32, w: i32, u: i32, v: i32};

  // Checks whether coordinates lie within the bounds of the shape.
  fn coordsInBounds2D(coord : vec2<i32>, shape : vec2<i32>) -> bool {
    return all(coord >= vec2<i32>(0)) && all(coord < shape);
  }
  fn coordsInBounds3D(coord : vec3<i32>, shape : vec3<i32>) -> bool {
    return all(coord >= vec3<i32>(0)) && all(coord < shape);
  }
  fn coordsInBounds4D(coord : vec4<i32>, shape : vec4<i32>) -> bool {
    return all(coord >= vec4<i32>(0)) && all(coord < shape);
  }

  fn getIndexFromCoords1D(coord : i32, shape : i32) -> i32 {
    return coord;
  }
  fn getIndexFromCoords2D(coords : vec2<i32>, shape : vec2<i32>) -> i32 {
    return dot(coords, vec2<i32>(shape.y, 1));
  }
  fn getIndexFromCoords3D(coords : vec3<i32>, shape : vec3<i32>) -> i32 {
    return dot(coords, vec3<i32>(shape.y * shape.z, shape.z, 1));
  }
  fn getIndexFromCoords4D(coords : vec4<i32>, shape : vec4<i32>) -> i32 {
    return dot(coords, vec4<i32>(
        shape.y * shape.z * shape.w, shape.z * shape.w, shape.w, 1));
  }
  fn getIndexFromCoords5D(coords : vec5, shape : vec5) -> i32 {
    let shapeStrides: vec5 = vec5(shape.y * shape.z * shape.w * shape.u, shape.z * shape.w * shape.u, shape.w * shape.u, shape.u, 1);
    return coords.x*shapeStrides.x + coords.y*shapeStrides.y + coords.z*shapeStrides.z + coords.w*shapeStrides.w + coords.u*shapeStrides.u;
  }
  fn getIndexFromCoords6D(coords : vec6, shape : vec6) -> i32 {
    let shapeStrides: vec6 = vec6(shape.y * shape.z * shape.w * shape.u * shape.v, shape.z * shape.w * shape.u * shape.v, shape.w * shape.u * shape.v, shape.u * shape.v, shape.v, 1);
    return coords.x*shapeStrides.x + coords.y*shapeStrides.y + coords.z*shapeStrides.z + coords.w*shapeStrides.w + coords.u*shapeStrides.u + coords.v*shapeStrides.v;
  }

  // NaN defination in IEEE 754-1985 is :
  //   - sign = either 0 or 1.
  //   - biased exponent = all 1 bits.
  //   - fraction = anything except all 0 bits (since all 0 bits represents infinity).
  // https://en.wikipedia.org/wiki/IEEE_754-1985#Representation_of_non-numbers
  fn isnan(val: f32) -> bool {
    let floatToUint: u32 = bitcast<u32>(val);
    return (floatToUint & 0x7fffffffu) > 0x7f800000u;
  }
  fn isnanVec4(val : vec4<f32>) -> vec4<bool> {
    let floatToUint: vec4<u32> = bitcast<vec4<u32>>(val);
    return (floatToUint & vec4<u32>(0x7fffffffu)) > vec4<u32>(0x7f800000u);
  }
`,Ks=`
  fn isinf(val: f32) -> bool {
    return abs(val) == uniforms.INFINITY;
  }
`;function be(r,t=""){let e=r.length,o=t!==""?`get${t.charAt(0).toUpperCase()+t.slice(1)}CoordsFromIndex`:"getCoordsFromIndex",s=t!==""?`${t.charAt(0).toLowerCase()+t.slice(1)}ShapeStrides`:"outShapeStrides";if(e<=1)return`fn ${o}(index : i32) -> i32 { return index; }`;let i=g.computeStrides(r),a=_(e),n=[];for(let l=0;l<e;l++)n.push(`d${l}`);if(i.length===1)return`    fn ${o}(index : i32) -> vec2<i32> {
      let d0 = index / uniforms.${s}; let d1 = index - d0 * uniforms.${s};
      return vec2<i32>(d0, d1);
    }`;let u;return u="var index2 = index;"+i.map((l,p)=>{let h=`let ${n[p]} = index2 / uniforms.${s}.${te(p)}`,c=p===i.length-1?`let ${n[p+1]} = index2 - ${n[p]} * uniforms.${s}.${te(p)}`:`index2 = index2 - ${n[p]} * uniforms.${s}.${te(p)}`;return`${h}; ${c};`}).join(""),`
    fn ${o}(index : i32) -> ${a} {
      ${u}
      return ${a}(${n.join(",")});
    }
  `}function Xs(r,t){let e=r.name,o=r.shape.length,s=_(o),i="get"+e.charAt(0).toUpperCase()+e.slice(1),a=["d0","d1","d2","d3","d4","d5"].slice(0,o),n=a.map(p=>`${p} : i32`).join(", ");if(o<1)return`
      fn ${i}() -> ${A(t)} {
        return ${A(t)}(${e}[0]);
      }
    `;let u=`uniforms.${e.charAt(0).toLowerCase()+e.slice(1)}Shape`,l=`${o}D`;return o===0&&(l="1D"),`
    fn ${i}(${n}) -> ${A(t)} {
      return ${A(t)}(${e}[getIndexFromCoords${l}(${s}(${a.join(",")}),
        ${u})${t===1?"":` / ${t}`}]);
    }
   `}function Qs(r,t,e,o){let s=r.name,i=s.charAt(0).toUpperCase()+s.slice(1),a="get"+i+"ByOutput",n=r.shape.length,u=t.length,l=_(u);if(g.arraysEqual(r.shape,t)&&o)return`
    fn ${a}Index(globalIndex : i32) -> ${A(e)} {
      return ${A(e)}(${s}[globalIndex]);
    }

    fn ${a}Coords(coords : ${l}) -> ${A(e)} {
      return ${A(e)}(${s}[${u>1?"getOutputIndexFromCoords(coords)":"coords"}${e===1?"":` / ${e}`}]);
    }
    `;let p=w.getBroadcastDims(r.shape,t),h=u-n,c="";if(n===0)return`
    fn ${a}Index(globalIndex : i32) -> ${A(e)}{
      return get${i}();
    }

    fn ${a}Coords(coords : ${l}) -> ${A(e)}{
      return get${i}();
    }
  `;u<2&&p.length>=1?c="coords = 0;":c=p.map(C=>`coords.${te(C+h)} = 0;`).join(`
`);let d="";if(u<2&&n>0)d="coords";else if(u>1){let C=_(n),v=r.shape.map(($,k)=>`coords.${te(k+h)}`).join(", ");d=`${C}(${v})`}else d="coords";let m=`uniforms.${s.charAt(0).toLowerCase()+s.slice(1)}Shape`,f=`${n}D`;return`
  fn ${a}Index(globalIndex : i32) -> ${A(e)} {
    var coords = getCoordsFromIndex(globalIndex);
    ${c}
    return ${A(e)}(${s}[getIndexFromCoords${f}(${d}, ${m})${e===1?"":` / ${e}`}]);
  }

  fn ${a}Coords(coordsIn : ${l}) -> ${A(e)} {
    var coords = coordsIn;
    ${c}
    return ${A(e)}(${s}[getIndexFromCoords${f}(${d}, ${m})${e===1?"":` / ${e}`}]);
  }
`}function js(r,t,e,o){let s=Xs(r,e);return r.shape.length<=t.length&&(s+=Qs(r,t,e,o)),s}function Ys(r,t){let{x:e,y:o=[],z:s=[]}=t,i=r.length,a=e.length+o.length+s.length;if(a!==i)return"";if(e.length===i)return`fn getOutputCoords() -> ${_(i)}{
    let globalIndex = getGlobalIndex();
    return getCoordsFromIndex(globalIndex);
  }
  `;let n="",u=[e,o,s];for(let c=0;c<u.length;c++){let d=u[c];if(d.length!==0)if(d.length===1)n+=`let d${d[0]} = i32(globalId[${c}]);`;else{let m=Or(d,"uniforms.outShape");n+=`var index${c} = i32(globalId[${c}]);`;for(let f=0;f<m.length;f++)n+=`let d${d[f]} = index${c} / ${m[f]};`,f===m.length-1?n+=`let d${d[f+1]} = index${c} - d${d[f]} * ${m[f]};`:n+=`index${c} = index${c} - d${d[f]} * ${m[f]};`}}let l=[];for(let c=0;c<a;c++)l.push(`d${c}`);let p=_(a),h=`fn getOutputCoords() -> ${p} {
  ${n}
`;return l.length===0?h+=`return ${p}(0); }`:h+=`return ${p}(${l.join(",")}); }`,h}function Zs(r){let t="";switch(r){case 0:case 1:t+=`
        fn getOutputIndexFromCoords(coords : i32) -> i32 {
          return coords;
        }
        `;break;case 2:t+=`
        fn getOutputIndexFromCoords(coords : vec2<i32>) -> i32 {
          return dot(coords, vec2<i32>(uniforms.outShapeStrides, 1));
        }
        `;break;case 3:t+=`
        fn getOutputIndexFromCoords(coords : vec3<i32>) -> i32 {
          return dot(coords, vec3<i32>(uniforms.outShapeStrides.x, uniforms.outShapeStrides.y, 1));
        }
        `;break;case 4:t+=`
        fn getOutputIndexFromCoords(coords : vec4<i32>) -> i32 {
          return dot(coords, vec4<i32>(
            uniforms.outShapeStrides.x, uniforms.outShapeStrides.y, uniforms.outShapeStrides.z, 1));
        }
        `;break;case 5:t+=`
        fn getOutputIndexFromCoords(coords : vec5) -> i32 {
          return coords.x * uniforms.outShapeStrides.x +
              coords.y * uniforms.outShapeStrides.y +
              coords.z * uniforms.outShapeStrides.z +
              coords.w * uniforms.outShapeStrides.w +
              coords.u;
        }
        `;break;case 6:t+=`
        fn getOutputIndexFromCoords(coords : vec6) -> i32 {
          return coords.x * uniforms.outShapeStrides.x +
              coords.y * uniforms.outShapeStrides.y +
              coords.z * uniforms.outShapeStrides.z +
              coords.w * uniforms.outShapeStrides.w +
              coords.u * uniforms.outShapeStrides.u +
              coords.v;
        }
        `;break;default:g.assert(!1,()=>`Unsupported ${r}D shape`);break}return t}function Xr(r){return r.dispatch[1]===1&&r.dispatch[2]===1}function de(r,t=1){if(r==="float32")return A(t,"f32");if(r==="int32"||r==="bool")return A(t,"i32");throw new Error(`type ${r} is not supported.`)}function Js(r,t,e){let o=r.length,s=de(t,e),i=`fn setOutputAtIndex(flatIndex : i32, value : ${A(e)}) {
      result[flatIndex] = ${s}(value);
    }

    fn setOutputAtIndexI32(flatIndex : i32, value : ${A(e,"i32")}) {
      result[flatIndex] = ${s}(value);
    }
    `;if(o>=2){let a=["d0","d1","d2","d3","d4","d5"].slice(0,o),n=_(o);i+=`
      fn setOutputAtCoords(${a.map(u=>`${u} : i32`).join(", ")}, value : ${A(e)}) {
        let flatIndex = getOutputIndexFromCoords(${n}(${a.join(", ")}));
        setOutputAtIndex(flatIndex${e===1?"":` / ${e}`}, value);
      }
      fn setOutputAtCoordsI32(${a.map(u=>`${u} : i32`).join(", ")}, value : ${A(e,"i32")}) {
        let flatIndex = getOutputIndexFromCoords(${n}(${a.join(", ")}));
        setOutputAtIndexI32(flatIndex${e===1?"":` / ${e}`}, value);
      }
    `}return i}function ei(r){let t=/(\w+)\s*:\s*vec(5|6)/g;r=r.replace(t,o=>"@align(16) "+o);let e=/vec(5|6)\s*,\s*(\w+)/g;return r=r.replace(e,(o,s,i)=>`vec${s}, @align(16) ${i}`),r}function Hr(r){return!(r.dispatchLayout.hasOwnProperty("y")&&r.dispatchLayout.y.length!==0||r.dispatchLayout.hasOwnProperty("z")&&r.dispatchLayout.z.length!==0)}var ie=r=>{let t=1;for(let e=0;e<r.length;e++)t*=r[e];return t};function y(r,t,e=[1,1,1],o=[1,1,1]){let[s,i,a]=[Math.ceil(ie(r.x.map(n=>t[n]))/(e[0]*o[0])),r.y?Math.ceil(ie(r.y.map(n=>t[n]))/(e[1]*o[1])):1,r.z?Math.ceil(ie(r.z.map(n=>t[n]))/(e[2]*o[2])):1];return[s,i,a]}function Qr(r,t,e,o=!1){let s=[8,8,1],i=[4,4,1];return o||(r<=8&&(i[1]=1),t<=16&&e<=16&&(s[0]=4)),{workgroupSize:s,elementsPerThread:i}}function Be(r,t,e=!1){if(e)return[8,8,1];let o=ie(r.x.map(i=>t[i])),s=ie(r.y.map(i=>t[i]));return o<=4?[4,16,1]:s<=4?[16,4,1]:[16,16,1]}function Le(r,t,e=!1){if(e)return[4,4,1];let o=ie(r.x.map(i=>t[i])),s=ie(r.y.map(i=>t[i]));return o<=4?[1,2,1]:s<=4?[2,1,1]:[2,2,1]}function R(r){return{x:r.map((t,e)=>e)}}function xt(r){if(r==="float32"||r==="int32"||r==="bool"||r==="string")return 4;if(r==="complex64")return 8;throw new Error(`Unknown dtype ${r}`)}function _e(){return!!(typeof globalThis<"u"&&globalThis.navigator&&globalThis.navigator.gpu)}var j;(function(r){r[r.MatMulReduceProgram=0]="MatMulReduceProgram",r[r.MatMulSplitKProgram=1]="MatMulSplitKProgram",r[r.MatMulSmallOutputSizeProgram=2]="MatMulSmallOutputSizeProgram",r[r.MatMulPackedProgram=3]="MatMulPackedProgram",r[r.MatMulMax=4]="MatMulMax"})(j||(j={}));var ri=U().getNumber("WEBGPU_CPU_HANDOFF_SIZE_THRESHOLD"),oi=(r,t)=>{let e=r.limits.maxComputeWorkgroupsPerDimension,o=t.dispatchLayout,s=t.dispatch;if(s.every(a=>a<=e))return s;g.assert(s[0]>e&&o.y===void 0&&o.z===void 0,()=>"Dispatch size exceeds WebGPU limits in Y or Z dimension.");let i=Math.ceil(Math.sqrt(s[0]));return i>e?(i=Math.ceil(Math.cbrt(s[0])),g.assert(i<=e,()=>"Total dispatch size exceeds WebGPU maximum."),[i,i,i]):[i,i,1]},he=class r extends At{nextDataId(){return r.nextDataId++}constructor(t,e){if(super(),this.commandQueueOwnedIds=new WeakSet,this.dispatchCountInPass=0,this.disposed=!1,this.downloadWaitMs=0,this.tensorDataPendingDisposal=[],this.queryResolveBuffer=null,this.querySet=null,this.querySetCount=2,this.stagingPendingDisposal=[],this.uniformPendingDisposal=[],this.uploadWaitMs=0,this.hasReadSyncWarned=!1,this.hasTimestampQueryWarned=!1,!_e())throw new Error("WebGPU is not supported on this device");this.pipelineCache={},this.device=t,this.queue=t.queue,this.commandEncoder=null,this.computePassEncoder=null,this.adapterInfo=new De(e),this.supportTimestampQuery=this.device.features.has("timestamp-query"),this.thresholdToIncreaseWorkgroups=this.adapterInfo.intelGPUGeneration>=12?16:8,this.bufferManager=new Ee(this.device),this.textureManager=new Ne(this.device),this.tensorMap=new Pt(this,Ae()),U().getBool("WEBGPU_USE_PROFILE_TOOL")&&(this.dummyCanvas=document.createElement("canvas"),this.dummyCanvas.width=1,this.dummyCanvas.height=1,this.dummyContext=this.dummyCanvas.getContext("webgpu"),this.dummyContext.configure({device:t,format:"bgra8unorm"}),document.body.appendChild(this.dummyCanvas))}floatPrecision(){return 32}disposeData(t,e=!1){if(!this.tensorMap.has(t))return!0;let o=this.tensorMap.get(t);return e?o.refCount=0:o.refCount--,o.refCount>0?!1:(o.complexTensorInfos!=null&&(this.disposeData(o.complexTensorInfos.real.dataId),this.disposeData(o.complexTensorInfos.imag.dataId)),this.commandQueueOwnedIds.has(t)?(this.tensorDataPendingDisposal.push(t),!0):(this.releaseResource(t),this.tensorMap.delete(t),!0))}memory(){return{numBytesInGPU:this.bufferManager.numBytesUsed,numBytesAllocatedInGPU:this.bufferManager.numBytesAllocated,unreliable:!1}}releaseResource(t){let e=this.tensorMap.get(t);if(!(!e||!e.resource)){if(e.external){e.resource=null;return}e.resource instanceof GPUBuffer?this.bufferManager.releaseBuffer(e.resource):e.resource instanceof GPUTexture&&this.textureManager.releaseTexture(e.resource),e.resource=null}}refCount(t){return this.tensorMap.has(t)?this.tensorMap.get(t).refCount:0}incRef(t){let e=this.tensorMap.get(t);e.refCount++}decRef(t){if(this.tensorMap.has(t)){let e=this.tensorMap.get(t);e.refCount--}}write(t,e,o){if(o==="complex64"&&t!=null)throw new Error("Cannot write to a complex64 dtype. Please use tf.complex(real, imag).");let s={id:this.nextDataId()};return this.tensorMap.set(s,{dtype:o,shape:e,values:t,refCount:1}),s}move(t,e,o,s,i){if(s==="complex64")throw new Error("Cannot write to a complex64 dtype. Please use tf.complex(real, imag).");this.tensorMap.set(t,{dtype:s,shape:o,values:e,refCount:i})}submitQueue(){this.queue.submit([this.commandEncoder.finish()]),this.commandEncoder=null,this.dispatchCountInPass=0,this.commandQueueOwnedIds=new WeakSet,this.tensorDataPendingDisposal.forEach(t=>{this.releaseResource(t),this.tensorMap.delete(t)}),this.uniformPendingDisposal.forEach(t=>this.bufferManager.releaseBuffer(t)),this.stagingPendingDisposal.forEach(t=>this.bufferManager.releaseBuffer(t,!1)),this.tensorDataPendingDisposal=[],this.uniformPendingDisposal=[],this.stagingPendingDisposal=[]}ensureCommandEncoderReady(){this.commandEncoder||(this.commandEncoder=this.device.createCommandEncoder())}endComputePassEncoder(){this.computePassEncoder&&(this.computePassEncoder.end(),this.computePassEncoder=null)}async checkCompileCompletionAsync(){let t;try{t=await Promise.all(Object.values(this.pipelineCache))}catch(e){throw new Error(e.message)}Object.keys(this.pipelineCache).map((e,o)=>{this.pipelineCache[e]=t[o]})}async getBufferData(t){if(U().getBool("WEBGPU_ENGINE_COMPILE_ONLY"))return console.warn("The data may be invalid since WEBGPU_ENGINE_COMPILE_ONLY is true, this can only be called when WEBGPU_ENGINE_COMPILE_ONLY is false"),null;let e=t.size,o=this.bufferManager.acquireBuffer(e,GPUBufferUsage.COPY_DST|GPUBufferUsage.MAP_READ);this.ensureCommandEncoderReady(),this.endComputePassEncoder(),this.commandEncoder.copyBufferToBuffer(t,0,o,0,e),this.submitQueue(),await o.mapAsync(GPUMapMode.READ);let s=o.getMappedRange().slice(0);return o.unmap(),o!=null&&this.bufferManager.releaseBuffer(o),U().getBool("WEBGPU_USE_PROFILE_TOOL")&&(g.assert(this.dummyContext!==void 0,()=>"Fail to get context for profiling tool"),this.dummyContext.getCurrentTexture()),s}convertAndCacheOnCPU(t,e){let o=this.tensorMap.get(t);return o.values=e,o.values}readSync(t){let e=this.tensorMap.get(t),{values:o,complexTensorInfos:s}=e;if(o!=null||e.dtype==="string")return o;if(e.dtype==="complex64"){let f=this.readSync(s.real.dataId),C=this.readSync(s.imag.dataId),v=g.convertBackendValuesAndArrayBuffer(w.mergeRealAndImagArrays(f,C).buffer,"float32");return this.convertAndCacheOnCPU(t,v),v}this.hasReadSyncWarned||(this.hasReadSyncWarned=!0,console.warn("The performance of synchronously reading data from GPU to CPU is poor on the webgpu backend, please use asynchronous APIs instead."));let i=["opaque","premultiplied"],a=e.resource,n=a.size;g.assert(n%4===0,()=>"Because there is 4 bytes for one pixel, buffer size must be multiple of 4.");let u=n/4,l=new ArrayBuffer(n),p=256,h=256,c=i.map(f=>new OffscreenCanvas(p,h)),d=new OffscreenCanvas(p,h);this.endComputePassEncoder(),c.map((f,C)=>{let v=f.getContext("webgpu");return v.configure({device:this.device,format:"bgra8unorm",usage:GPUTextureUsage.COPY_DST,alphaMode:i[C]}),v.getCurrentTexture()}).map((f,C)=>{let v=p*4,$=(F,B,H)=>{this.ensureCommandEncoderReady(),this.commandEncoder.copyBufferToTexture({buffer:a,bytesPerRow:v,offset:H},{texture:f},{width:F,height:B}),this.submitQueue();let X=d.getContext("2d",{willReadFrequently:!0});X.clearRect(0,0,F,B),X.drawImage(c[C],0,0);let ee=X.getImageData(0,0,F,B).data,Y=i[C],M=new Uint8ClampedArray(l,H,F*B*4);for(let W=0;W<M.length;W+=4)if(Y==="premultiplied")M[W+3]=ee[W+3];else{let G=ee[W];M[W]=ee[W+2],M[W+1]=ee[W+1],M[W+2]=G}},k=Math.floor(u/(p*h)),E=p,D=h,L=0;for(let F=0;F<k;F++)$(E,D,L),L+=p*h*4;let T=u%(p*h);D=Math.floor(T/p),D>0&&($(E,D,L),L+=D*(p*4)),E=T%p,E>0&&$(E,1,L)});let m=g.convertBackendValuesAndArrayBuffer(l,e.dtype);return this.convertAndCacheOnCPU(t,m),m}async read(t){if(!this.tensorMap.has(t))throw new Error(`Tensor ${t} was not registered!`);let e=this.tensorMap.get(t),{values:o}=e;if(o!=null)return o;let s;if(e.dtype==="complex64"){let i=await Promise.all([this.read(e.complexTensorInfos.real.dataId),this.read(e.complexTensorInfos.imag.dataId)]),a=i[0],n=i[1];s=w.mergeRealAndImagArrays(a,n)}else{let i=await this.getBufferData(e.resource);s=g.convertBackendValuesAndArrayBuffer(i,e.dtype)}return this.convertAndCacheOnCPU(t,s),s}copyBuffer(t){let e=t.size,o=t.usage,s=this.bufferManager.acquireBuffer(e,o);return this.ensureCommandEncoderReady(),this.endComputePassEncoder(),this.commandEncoder.copyBufferToBuffer(t,0,s,0,e),this.submitQueue(),s}createTensorFromGPUData(t,e,o){let s=t.buffer;if(o==="complex64")throw new Error("Cannot write to a complex64 dtype. ");let i={id:this.nextDataId()};this.tensorMap.set(i,{dtype:o,shape:e,values:null,refCount:1,external:t.zeroCopy});let a=this.tensorMap.get(i),n=xt(a.dtype)*g.sizeFromShape(a.shape);if(t.buffer.size<n)throw new Error(`GPUBuffer size(${t.buffer.size}) is smaller than tensor size(${n})!`);if((t.buffer.usage&(GPUBufferUsage.STORAGE|GPUBufferUsage.COPY_SRC))!==(GPUBufferUsage.STORAGE|GPUBufferUsage.COPY_SRC))throw new Error("GPUBuffer.usage should include GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC!");return t.zeroCopy!==!0&&(s=this.copyBuffer(s)),a.resource=s,Ae().makeTensorFromDataId(i,e,o,this)}readToGPU(t){let e=this.tensorMap.get(t),{values:o,dtype:s,shape:i,resource:a}=e;if(s==="complex64")throw new Error("Does not support reading buffer for complex64 dtype.");if(a==null)throw o!=null?new Error("Data is not on GPU but on CPU."):new Error("There is no data on GPU or CPU.");let n=a,u=n.size,l=n.usage,p=this.bufferManager.acquireBuffer(u,l);this.ensureCommandEncoderReady(),this.endComputePassEncoder(),this.commandEncoder.copyBufferToBuffer(a,0,p,0,u),this.submitQueue();let h=this.makeTensorInfo(i,s),c=Ae().makeTensorFromTensorInfo(h),d=this.tensorMap.get(h.dataId);return d.resource=p,{tensorRef:c,buffer:p}}bufferSync(t){let e=this.readSync(t.dataId);if(t.dtype==="string")try{let o=e.map(s=>g.decodeString(s));return Z(t.shape,t.dtype,o)}catch{throw new Error("Failed to decode encoded string bytes into utf-8")}return Z(t.shape,t.dtype,e)}async time(t){!this.supportTimestampQuery&&!this.hasTimestampQueryWarned&&(console.warn("This device doesn't support timestamp-query extension. Start Chrome browser with flag --enable-dawn-features=allow_unsafe_apis to try it again. Otherwise, zero will be shown for the kernel time when profiling mode is enabled."),this.hasTimestampQueryWarned=!0);let e=this.activeTimers,o=[],s=!1;this.programTimersStack==null?(this.programTimersStack=o,s=!0):this.activeTimers.push(o),this.activeTimers=o,t();let i=g.flatten(this.activeTimers.map(l=>l.query)).filter(l=>l!=null),a=g.flatten(this.activeTimers.map(l=>l.name)).filter(l=>l!=null);this.activeTimers=e,s&&(this.programTimersStack=null);let n={uploadWaitMs:this.uploadWaitMs,downloadWaitMs:this.downloadWaitMs,kernelMs:null,wallMs:null},u=await Promise.all(i);return n.kernelMs=g.sum(u),n.getExtraProfileInfo=()=>u.map((l,p)=>({name:a[p],ms:l})).map(l=>`${l.name}: ${l.ms}`).join(", "),this.uploadWaitMs=0,this.downloadWaitMs=0,n}makeTensorInfo(t,e,o){return e==="string"&&o!=null&&o.length>0&&g.isString(o[0])&&(o=o.map(i=>g.encodeString(i))),{dataId:this.write(o,t,e),shape:t,dtype:e}}tensorToBinding(t){if(!t)return null;let o=this.tensorMap.get(t.dataId).resource;return o instanceof GPUBuffer?{buffer:o}:o instanceof GPUTexture?o.createView():o}uploadToGPU(t){let e=this.tensorMap.get(t);if(e.resource!=null)return;let o=xt(e.dtype)*g.sizeFromShape(e.shape),s,i=GPUBufferUsage.STORAGE|GPUBufferUsage.COPY_SRC|GPUBufferUsage.COPY_DST;if(e.values){if(s=this.bufferManager.acquireBuffer(o,i,!0),s.mapState==="unmapped"){let a=this.bufferManager.acquireBuffer(o,GPUBufferUsage.MAP_WRITE|GPUBufferUsage.COPY_SRC,!0,!1),n=a.getMappedRange();e.dtype==="int32"||e.dtype==="bool"?new Int32Array(n).set(e.values):new Float32Array(n).set(e.values),a.unmap(),this.ensureCommandEncoderReady(),this.endComputePassEncoder(),this.commandEncoder.copyBufferToBuffer(a,0,s,0,o),this.stagingPendingDisposal.push(a)}else{let a=s.getMappedRange();e.dtype==="int32"||e.dtype==="bool"?new Int32Array(a).set(e.values):new Float32Array(a).set(e.values),s.unmap()}e.values=null}else s=this.bufferManager.acquireBuffer(o,i);e.resource=s}makeUniforms(t){let e=0,o=0,s=[],i=1;t.forEach(u=>{u.data.length===0&&(u.data=[1]);let l;switch(u.data.length){case 1:l=4;break;case 2:l=8;break;case 3:l=16;break;case 4:l=16;break;case 5:l=16;break;case 6:l=16;break;default:g.assert(!1,()=>`Unsupported ${u.data.length}D shape`)}(o===5||o===6)&&(l=16),l>i&&(i=l),e=Math.ceil(e/l)*l,o=u.data.length,s.push(e),e+=u.data.length*4}),e=Math.ceil(e/i)*i;let a=new ArrayBuffer(e);t.forEach((u,l)=>{let p=s[l];u.type==="int32"?new Int32Array(a,p,u.data.length).set(u.data):u.type==="uint32"?new Uint32Array(a,p,u.data.length).set(u.data):new Float32Array(a,p,u.data.length).set(u.data)});let n=this.bufferManager.acquireBuffer(e,GPUBufferUsage.COPY_DST|GPUBufferUsage.UNIFORM);return this.queue.writeBuffer(n,0,a,0,e),this.uniformPendingDisposal.push(n),{offset:0,size:e,buffer:n}}runWebGPUProgram(t,e,o,s,i){if(i||(i=this.makeTensorInfo(t.outputShape,o)),g.sizeFromShape(i.shape)===0)return this.tensorMap.get(i.dataId).values=g.getTypedArrayFromDType(i.dtype,0),i;this.uploadToGPU(i.dataId),t.dispatch=oi(this.device,t);let a=e.map((u,l)=>{if(u.dtype==="complex64")throw new Error("GPGPUProgram does not support complex64 input. For complex64 dtypes, please separate the program into real and imaginary parts.");return this.uploadToGPU(u.dataId),{dtype:this.tensorMap.get(u.dataId).dtype,shape:u.shape,name:t.variableNames[l]}});t.shaderKey=Kr(t,a,i);let n=U().getBool("WEBGPU_ENGINE_COMPILE_ONLY");return t.shaderKey in this.pipelineCache||(this.pipelineCache[t.shaderKey]=qr(this.device,t,a,i,n)),t.pipeline=this.pipelineCache[t.shaderKey],n||this.recordAndSubmit(t,i,e,s),i}recordAndSubmit(t,e,o,s){if(t.pipeline instanceof Promise)throw new Error("Please call checkCompileCompletionAsync to ensure parallel compilation is done!");let i=[],a=[],n="int32";if(t.pixelsOpType==null){i.push({type:"float32",data:[NaN]},{type:"float32",data:[1/0]}),a=o.concat(e).map(d=>d.shape);let c="int32";a.map(d=>{i.push({type:c,data:d});let m=g.computeStrides(d);i.push({type:c,data:m})})}else{let c=g.computeStrides(e.shape);i.push({type:n,data:c})}if(t.size){let c=g.sizeFromShape(t.outputShape);i.push({type:n,data:[t.outputComponent?c/t.outputComponent:c]})}s&&(i=[...i,...s]);let u=[this.tensorToBinding(e),...o.map(c=>this.tensorToBinding(c)),this.makeUniforms(i)];o.forEach(c=>{this.commandQueueOwnedIds.add(c.dataId)}),this.commandQueueOwnedIds.add(e.dataId);let l=this.device.createBindGroup({layout:t.pipeline.getBindGroupLayout(0),entries:u.map((c,d)=>({binding:d,resource:c}))}),p=this.activeTimers!=null;this.ensureCommandEncoderReady();let h={};p&&this.supportTimestampQuery?(this.endComputePassEncoder(),this.querySet==null&&(this.querySet=this.device.createQuerySet({type:"timestamp",count:this.querySetCount})),h.timestampWrites={querySet:this.querySet,beginningOfPassWriteIndex:0,endOfPassWriteIndex:1},this.computePassEncoder=this.commandEncoder.beginComputePass(h)):this.computePassEncoder||(this.computePassEncoder=this.commandEncoder.beginComputePass(h)),this.computePassEncoder.setPipeline(t.pipeline),this.computePassEncoder.setBindGroup(0,l),this.computePassEncoder.dispatchWorkgroups(t.dispatch[0],t.dispatch[1],t.dispatch[2]),this.dispatchCountInPass++,(p||U().get("WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE")<=this.dispatchCountInPass||t.pixelsOpType===ye.DRAW)&&(this.endComputePassEncoder(),p?this.activeTimers.push({name:t.constructor.name,query:this.getQueryTime()}):this.submitQueue())}async getQueryTime(){if(!this.supportTimestampQuery)return 0;this.queryResolveBuffer==null&&(this.queryResolveBuffer=this.bufferManager.acquireBuffer(this.querySetCount*8,GPUBufferUsage.COPY_SRC|GPUBufferUsage.COPY_DST|GPUBufferUsage.QUERY_RESOLVE)),this.commandEncoder.resolveQuerySet(this.querySet,0,this.querySetCount,this.queryResolveBuffer,0);let t=this.bufferManager.acquireBuffer(this.querySetCount*8,GPUBufferUsage.MAP_READ|GPUBufferUsage.COPY_DST);this.commandEncoder.copyBufferToBuffer(this.queryResolveBuffer,0,t,0,this.querySetCount*8),this.submitQueue(),await t.mapAsync(GPUMapMode.READ);let e=new BigUint64Array(t.getMappedRange()),o=Number(e[1]-e[0])/1e6;return t.unmap(),this.bufferManager.releaseBuffer(t),o}shouldExecuteOnCPU(t,e=ri){return U().getBool("WEBGPU_CPU_FORWARD")&&t.every(o=>this.tensorMap.get(o.dataId).resource==null&&g.sizeFromShape(o.shape)<e)}numDataIds(){return this.tensorMap.numDataIds()-this.tensorDataPendingDisposal.length}dispose(){this.disposed||(this.querySet!=null&&this.querySet.destroy(),this.bufferManager.dispose(),this.textureManager.dispose(),this.disposed=!0)}};he.nextDataId=0;_e()&&Lr("webgpu",async()=>{let r={powerPreference:U().get("WEBGPU_USE_LOW_POWER_GPU")?"low-power":"high-performance"},t=await navigator.gpu.requestAdapter(r),e={},o=[];t.features.has("timestamp-query")&&o.push("timestamp-query"),t.features.has("bgra8unorm-storage")&&o.push(["bgra8unorm-storage"]),e.requiredFeatures=o;let s=t.limits;e.requiredLimits={maxComputeWorkgroupStorageSize:s.maxComputeWorkgroupStorageSize,maxComputeWorkgroupsPerDimension:s.maxComputeWorkgroupsPerDimension,maxStorageBufferBindingSize:s.maxStorageBufferBindingSize,maxBufferSize:s.maxBufferSize,maxComputeWorkgroupSizeX:s.maxComputeWorkgroupSizeX,maxComputeInvocationsPerWorkgroup:s.maxComputeInvocationsPerWorkgroup};let i=await t.requestDevice(e),a="info"in t?t.info:"requestAdapterInfo"in t?await t.requestAdapterInfo():void 0;return new he(i,a)},3);var I;(function(r){r[r.ADD=0]="ADD",r[r.ATAN2=1]="ATAN2",r[r.COMPLEX_MULTIPLY_IMAG=2]="COMPLEX_MULTIPLY_IMAG",r[r.COMPLEX_MULTIPLY_REAL=3]="COMPLEX_MULTIPLY_REAL",r[r.DIV=4]="DIV",r[r.ELU_DER=5]="ELU_DER",r[r.EQUAL=6]="EQUAL",r[r.FLOOR_DIV=7]="FLOOR_DIV",r[r.GREATER=8]="GREATER",r[r.GREATER_EQUAL=9]="GREATER_EQUAL",r[r.LESS=10]="LESS",r[r.LESS_EQUAL=11]="LESS_EQUAL",r[r.LOGICAL_AND=12]="LOGICAL_AND",r[r.LOGICAL_OR=13]="LOGICAL_OR",r[r.MAX=14]="MAX",r[r.MIN=15]="MIN",r[r.MOD=16]="MOD",r[r.MUL=17]="MUL",r[r.NOT_EQUAL=18]="NOT_EQUAL",r[r.POW=19]="POW",r[r.PRELU=20]="PRELU",r[r.SQUARED_DIFFERENCE=21]="SQUARED_DIFFERENCE",r[r.SUB=22]="SUB"})(I||(I={}));var si="let resultTemp = a + b;",ii="let resultTemp = atan2(a, b);",ai="let resultTemp = areal * breal - aimag * bimag;",ni="let resultTemp = areal * bimag + aimag * breal;",ui="let resultTemp = a / b;",li="let resultTemp = select(a * (b + 1.0), a, b >= b - b);",pi=`
  let zero = sign(a) * 0 + 0;
  let one = sign(b) * 0 + 1;
  let resultTemp = select(zero, one, a == b);
`,ci=`
  let remainder =
      select(a % b, round(a % b), (round(a) == a) & (round(b) == b));
  let quotient = (a - remainder) / b;
  let resultTemp =
      round(select(quotient, quotient - 1, sign(remainder) == -sign(b)));
`,di=`
  let zero = sign(a) * 0 + 0;
  let one = sign(b) * 0 + 1;
  let resultTemp = select(zero, one, a > b);
`,hi=`
  let zero = sign(a) * 0 + 0;
  let one = sign(b) * 0 + 1;
  let resultTemp = select(zero, one, a >= b);
`,mi=`
  let zero = sign(a) * 0 + 0;
  let one = sign(b) * 0 + 1;
  let resultTemp = select(zero, one, a < b);
`,fi=`
  let zero = sign(a) * 0 + 0;
  let one = sign(b) * 0 + 1;
  let resultTemp = select(zero, one, a <= b);
`,gi="return f32(a >= 1.0 && b >= 1.0);",Ci=`return (vec4<f32>(a >= vec4<f32>(1.0)) *
  vec4<f32>(b >= vec4<f32>(1.0)));`,xi="return f32(a >= 1.0 || b >= 1.0);",wi=`return min(vec4<f32>(a >= vec4<f32>(1.0)) +
  vec4<f32>(b >= vec4<f32>(1.0)), vec4<f32>(1.0));`,Si="let resultTemp = max(a, b);",bi="let resultTemp = min(a, b);",yi=`
  let isNaN = b == 0.;
  var resultTemp = a % b;
  resultTemp = select((resultTemp + b) % b, resultTemp,
      (a < 0. && b < 0.) || (a >= 0. && b > 0.));
`,vi=`
  let isNaN = !vec4<bool>(b);
  var resultTemp = vec4<f32>(a % b);
  if (!((a[0] < 0. && b[0] < 0.) || (a[0] >= 0. && b[0] > 0.))) {
    resultTemp[0] = (resultTemp[0] + b[0]) % b[0];
  }
  if (!((a[1] < 0. && b[1] < 0.) || (a[1] >= 0. && b[1] > 0.))) {
    resultTemp[1] = (resultTemp[1] + b[1]) % b[1];
  }
  if (!((a[2] < 0. && b[2] < 0.) || (a[2] >= 0. && b[2] > 0.))) {
    resultTemp[2] = (resultTemp[2] + b[2]) % b[2];
  }
  if (!((a[3] < 0. && b[3] < 0.) || (a[3] >= 0. && b[3] > 0.))) {
    resultTemp[3] = (resultTemp[3] + b[3]) % b[3];
  }
`,$i="let resultTemp = a * b;",Ii=`
  var resultTemp = f32(a != b);
  let valueForNaN = 1.0;
`,Ri=`
  var resultTemp = vec4<f32>(a != b);
  let valueForNaN = 1.0;
`,ki=`
  let isNaN = a < 0.0 && floor(b) < b;
  if (b == 0.0) {
    return 1.0;
  }
  var resultTemp = select(sign(a) * pow(abs(a), b), pow(abs(a), b),
      round(abs(b) % 2.0) != 1.0);
`,Pi=`
  let isModRound1Bool = vec4<i32>(round(abs(b) % vec4<f32>(2.0))) == vec4<i32>(1);
  let isModRound1 = vec4<f32>(isModRound1Bool);
  let multiplier = sign(a) * isModRound1 + (vec4<f32>(1.0) - isModRound1);
  var resultTemp = multiplier * pow(abs(a), b);

  // Ensure that a^0 = 1, including 0^0 = 1 as this correspond to TF and JS
  let isExpZero = b == vec4<f32>(0.0);
  if (isExpZero.r) {
    resultTemp.r = 1.0;
  }
  if (isExpZero.g) {
    resultTemp.g = 1.0;
  }
  if (isExpZero.b) {
    resultTemp.b = 1.0;
  }
  if (isExpZero.a) {
    resultTemp.a = 1.0;
  }
  let isNaN = (a < vec4<f32>(0.0)) & (floor(b) < b);
`,Ai="if (a < 0.0) { return b * a; }  return a;",Di=`
  let aLessThanZero = vec4<f32>(a < vec4<f32>(0.0));
  return (aLessThanZero * (b * a)) + ((vec4<f32>(1.0) - aLessThanZero) * a);
`,Ei="let resultTemp = (a - b) * (a - b);",Ni="let resultTemp = a - b;";function me(r,t){let e;do{switch(r){case I.ATAN2:e=ii;break;case I.MAX:e=Si;break;case I.MIN:e=bi;break;case I.MOD:e=t?vi:yi;break;case I.NOT_EQUAL:e=t?Ri:Ii;break;case I.POW:e=t?Pi:ki;break;default:continue}let o,s,i;return t?(o="isnanVec4",s="vec4<f32>",i="vec4<bool>"):(o="isnan",s="f32",i="bool"),`
      let aIsNaN = ${o}(a);
      let aPostLegalization = select(a, ${s}(42), aIsNaN);
      let bIsNaN = ${o}(b);
      let bPostLegalization = select(b, ${s}(42), bIsNaN);
      let isNaN = false;
      let valueForNaN = uniforms.NAN;
      {
        let a = aPostLegalization;
        let b = bPostLegalization;
        ${e}
        return select(
            resultTemp, ${s}(valueForNaN),
            ${i}(isNaN) | aIsNaN | bIsNaN);
      }
    `}while(!1);switch(r){case I.ADD:e=si;break;case I.COMPLEX_MULTIPLY_IMAG:e=ni;break;case I.COMPLEX_MULTIPLY_REAL:e=ai;break;case I.DIV:e=ui;break;case I.ELU_DER:e=li;break;case I.EQUAL:e=pi;break;case I.FLOOR_DIV:e=ci;break;case I.GREATER:e=di;break;case I.GREATER_EQUAL:e=hi;break;case I.LESS:e=mi;break;case I.LESS_EQUAL:e=fi;break;case I.LOGICAL_AND:return t?Ci:gi;case I.LOGICAL_OR:return t?wi:xi;case I.MUL:e=$i;break;case I.PRELU:return t?Di:Ai;case I.SQUARED_DIFFERENCE:e=Ei;break;case I.SUB:e=Ni;break;default:}return`
    ${e}
    return resultTemp;
  `}var ve=class{constructor(t,e,o){this.variableNames=["AReal","AImag","BReal","BImag"],this.workgroupSize=[128,1,1],this.size=!0,this.outputShape=w.assertAndGetBroadcastShape(e,o),this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.shaderKey=`binaryOpComplex_${t}`,this.op=t}getUserCode(){return`
      fn binaryOpComplex(
          areal : f32, aimag : f32, breal : f32, bimag : f32) -> f32 {
        ${me(this.op,!1)}
      }

      ${S("index")} {
        if(index < uniforms.size) {
          let areal = getARealByOutputIndex(index);
          let aimag = getAImagByOutputIndex(index);
          let breal = getBRealByOutputIndex(index);
          let bimag = getBImagByOutputIndex(index);
          setOutputAtIndex(index, binaryOpComplex(areal, aimag, breal, bimag));
        }
      }
    `}};var ae=class{constructor(t,e,o){if(this.size=!0,this.variableNames=["A","B"],this.outputShape=w.assertAndGetBroadcastShape(e,o),this.dispatchLayout=R(this.outputShape),this.op=t,this.useSharedMemoryWithA=e.length<=1&&o.length>1&&e[0]<128,this.useSharedMemoryWithB=o.length<=1&&e.length>1&&o[0]<128,this.useSharedMemoryWithA||this.useSharedMemoryWithB)this.outputComponent=1,this.variableComponents=[1,1],this.lastDimensionSize=this.useSharedMemoryWithB?o[0]:e[0],this.shaderKey=`binary_${t}_${this.lastDimensionSize}`,this.type="shared",this.workgroupSize=[256,1,1];else{let s=e.length>0&&e[e.length-1]%4===0,i=o.length>0&&o[o.length-1]%4===0;s&&i?(this.outputComponent=4,this.variableComponents=[4,4]):s&&(g.isScalarShape(o)||o[o.length-1]===1)||i&&(g.isScalarShape(e)||e[e.length-1]===1)?(this.outputComponent=4,this.variableComponents=s?[4,1]:[1,4]):(this.outputComponent=1,this.variableComponents=[1,1]),this.type="nonshared",this.shaderKey=`binary_${t}_${this.variableComponents}`,this.workgroupSize=[128,1,1]}this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize,[this.outputComponent,1,1])}getUserCode(){let t,e=this.outputComponent===4?"vec4<f32>":"f32",o=`
    fn binaryOperation(a : ${e}, b : ${e}) -> ${e} {
      ${me(this.op,this.outputComponent===4)}
    };
    `;if(this.type==="shared"){let s=this.lastDimensionSize>1?`coords[${this.outputShape.length-1}]`:"0",i=this.useSharedMemoryWithB?`let a = getAByOutputIndex(index);
          let b = sharedBuf[${s}];`:`let a = sharedBuf[${s}];
          let b = getBByOutputIndex(index);`;t=`
        ${o}
        var<workgroup> sharedBuf : array<f32, ${this.lastDimensionSize}>;
        ${S("index")} {
          // Fill in the shared memory buffer.
          let localIndex = i32(localId.x);
          if(localIndex < ${this.lastDimensionSize}) {
            sharedBuf[localIndex] = f32(${this.useSharedMemoryWithB?"B":"A"}[localIndex]);
          }
          workgroupBarrier();

          if(index < uniforms.size) {
            let coords = getCoordsFromIndex(index);
            ${i}
            setOutputAtIndex(index, binaryOperation(a, b));
          }
        }
        `}else t=`
       ${o}
       ${S("index")} {
         if (index < uniforms.size) {
           let coords = getCoordsFromIndex(index * ${this.outputComponent});
           let a = ${e}(getAByOutputCoords(coords));
           let b = ${e}(getBByOutputCoords(coords));
           setOutputAtIndex(index, binaryOperation(a, b));
         }
       }
       `;return t}};function O(r){let{inputs:t}=r,{x:e}=t;return r.backend.incRef(e.dataId),{dataId:e.dataId,shape:e.shape,dtype:e.dtype}}var Yr={kernelName:Kt,backendName:"webgpu",kernelFunc:O};function fe(r){let{inputs:t,backend:e}=r,{real:o,imag:s}=t,i=e.makeTensorInfo(o.shape,"complex64"),a=e.tensorMap.get(i.dataId),n=O({inputs:{x:o},backend:e}),u=O({inputs:{x:s},backend:e});return a.complexTensorInfos={real:n,imag:u},i}var x;(function(r){r[r.ABS=0]="ABS",r[r.ACOS=1]="ACOS",r[r.ACOSH=2]="ACOSH",r[r.ASIN=3]="ASIN",r[r.ASINH=4]="ASINH",r[r.ATAN=5]="ATAN",r[r.ATANH=6]="ATANH",r[r.CEIL=7]="CEIL",r[r.COS=8]="COS",r[r.COSH=9]="COSH",r[r.ELU=10]="ELU",r[r.ERF=11]="ERF",r[r.EXP=12]="EXP",r[r.EXPM1=13]="EXPM1",r[r.FLOOR=14]="FLOOR",r[r.IS_FINITE=15]="IS_FINITE",r[r.IS_INF=16]="IS_INF",r[r.IS_NAN=17]="IS_NAN",r[r.LINEAR=18]="LINEAR",r[r.LOG=19]="LOG",r[r.LOG1P=20]="LOG1P",r[r.LOGICAL_NOT=21]="LOGICAL_NOT",r[r.NEG=22]="NEG",r[r.RELU=23]="RELU",r[r.RELU6=24]="RELU6",r[r.LEAKYRELU=25]="LEAKYRELU",r[r.RECIPROCAL=26]="RECIPROCAL",r[r.ROUND=27]="ROUND",r[r.RSQRT=28]="RSQRT",r[r.SELU=29]="SELU",r[r.SIGMOID=30]="SIGMOID",r[r.SIGN=31]="SIGN",r[r.SIN=32]="SIN",r[r.SINH=33]="SINH",r[r.SOFTPLUS=34]="SOFTPLUS",r[r.SQRT=35]="SQRT",r[r.SQUARE=36]="SQUARE",r[r.STEP=37]="STEP",r[r.TAN=38]="TAN",r[r.TANH=39]="TANH",r[r.TO_INT=40]="TO_INT"})(x||(x={}));var Bi="return abs(a);",Li=`
  if (abs(a) > 1.) {
    return uniforms.NAN;
  }
  return acos(a);
`,_i=`
  if (a < 1.) {
    return uniforms.NAN;
  }
  return acosh(a);
`,zi=`
  if (abs(a) > 1.) {
    return uniforms.NAN;
  }
  return asin(a);
`,Ti="return asinh(a);",Fi=`
  if (isnan(a)) {
    return uniforms.NAN;
  }
  return atan(a);
`,Ui=`
  if (abs(a) > 1.) {
    return uniforms.NAN;
  }
  if (a == 1.) {
    return uniforms.INFINITY;
  }
  if (a == -1.) {
    return -uniforms.INFINITY;
  }
  return atanh(a);
`,Mi="return ceil(a);",Oi="return cos(a);",Wi=`
  let e2x = exp(-a);
  return (e2x + 1.0 / e2x) / 2.0;
`,Vi="return exp(a) - 1.0;",Gi="if (a >= 0.0) { return a; }  return (exp(a) - 1.0);",Hi=`
  var resFloat = exp(a) - vec4<f32>(1.0);
  if (a.r >= 0.0) {
    resFloat.r = a.r;
  }
  if (a.g >= 0.0) {
    resFloat.g = a.g;
  }
  if (a.b >= 0.0) {
    resFloat.b = a.b;
  }
  if (a.a >= 0.0) {
    resFloat.a = a.a;
  }
  return resFloat;
`,qi=`
  // Error function is calculated approximately with elementary function.
  // See "Handbook of Mathematical Functions with Formulas,
  // Graphs, and Mathematical Tables", Abramowitz and Stegun.
  let p = ${w.ERF_P};
  let a1 = ${w.ERF_A1};
  let a2 = ${w.ERF_A2};
  let a3 = ${w.ERF_A3};
  let a4 = ${w.ERF_A4};
  let a5 = ${w.ERF_A5};

  let sign = sign(a);
  let absA = abs(a);
  let t = 1.0 / (1.0 + p * absA);
  return sign * (1.0 - (((((a5 * t + a4) * t) + a3) * t + a2) * t + a1) * t * exp(-absA * absA));
`,Ki="return exp(a);",Xi="return floor(a);",Qi="return f32(!isnan(a) && !isinf(a));",ji="return f32(isinf(a));",Yi="return f32(isnan(a));",Zi="return a;",Ji=`if (a < 0.0) { return uniforms.NAN; }
  return log(a);`,ea=`
  if (isnan(a)) { return a; }
  return log(1.0 + a);
`,ta="return f32(!(a >= 1.0));",ra="return -a;",oa="if (a < 0.0) { return uniforms.alpha * a; } return a;",sa=`
  let aLessThanZero = vec4<f32>(a < vec4<f32>(0.0));
  return (aLessThanZero * (uniforms.alpha * a)) + ((vec4<f32>(1.0) - aLessThanZero) * a);
`,ia="return 1.0 / a;",aa="return select(a, 0.0, a < 0.0);",na="return clamp(a, 0.0, 6.0);",ua="return clamp(a, vec4<f32>(0.0, 0.0, 0.0, 0.0), vec4<f32>(6.0, 6.0, 6.0, 6.0));",la=`
  return select(a, vec4<f32>(0.0), a < vec4<f32>(0.0));
`,pa="return round(a);",ca="return inverseSqrt(a);",da=`
  if (a >= 0.0) {
    return ${w.SELU_SCALE} * a;
  } else {
    return ${w.SELU_SCALEALPHA} * (exp(a) - 1.0);
  }
`,ha="return 1.0 / (1.0 + exp(-1.0 * a));",ma="return sign(a);",fa="return sin(a);",ga=`
  let e2x = exp(a);
  return (e2x - 1.0 / e2x) / 2.0;
`,Ca=`
  let epsilon = 1.1920928955078125e-7;
  let threshold = log(epsilon) + 2.0;

  let too_large = a > -threshold;
  let too_small = a < threshold;
  let exp_a = exp(a);

  if (too_large) {
    return a;
  } else if (too_small) {
    return exp_a;
  } else {
    return log(exp_a + 1.0);
  }
`,xa="return sqrt(a);",wa="return a * a;",Sa=`
  if (isnan(a)) {
    return a;
  }

  return select(uniforms.stepAlpha, 1.0, a > 0.0);
`,ba="return tan(a);",ya=`
  let e2x = exp(-2.0 * abs(a));
  return sign(a) * (1.0 - e2x) / (1.0 + e2x);
`,va="return f32(i32((a)));";function re(r,t){switch(r){case x.ABS:return Bi;case x.ACOS:return Li;case x.ACOSH:return _i;case x.ASIN:return zi;case x.ASINH:return Ti;case x.ATAN:return Fi;case x.ATANH:return Ui;case x.COS:return Oi;case x.COSH:return Wi;case x.CEIL:return Mi;case x.ELU:return t?Hi:Gi;case x.ERF:return qi;case x.EXP:return Ki;case x.EXPM1:return Vi;case x.FLOOR:return Xi;case x.IS_FINITE:return Qi;case x.IS_INF:return ji;case x.IS_NAN:return Yi;case x.LINEAR:return Zi;case x.LOG:return Ji;case x.LOG1P:return ea;case x.LOGICAL_NOT:return ta;case x.NEG:return ra;case x.LEAKYRELU:return t?sa:oa;case x.RECIPROCAL:return ia;case x.RELU:return t?la:aa;case x.RELU6:return t?ua:na;case x.ROUND:return pa;case x.RSQRT:return ca;case x.SELU:return da;case x.SIGMOID:return ha;case x.SIGN:return ma;case x.SIN:return fa;case x.SINH:return ga;case x.SOFTPLUS:return Ca;case x.SQRT:return xa;case x.SQUARE:return wa;case x.STEP:return Sa;case x.TAN:return ba;case x.TANH:return ya;case x.TO_INT:return va;default:throw new Error(`BinaryType ${r} is not implemented!`)}}var Q=class{constructor(t,e,o=""){this.variableNames=["A"],this.size=!0;let s=128;this.workgroupSize=[s,1,1],this.outputShape=t,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.op=e,o!==""&&(this.uniforms=o),this.shaderKey=`unary_${e}`}getUserCode(){return`
      fn unaryOperation(a : f32) -> f32 {
        ${re(this.op,!1)}
      }
      ${S("index")} {
        if (index < uniforms.size) {
          let a = getAByOutputIndex(index);
          setOutputAtIndex(index, unaryOperation(a));
        }
      }
      `}};function N({opType:r,cpuKernelImpl:t,dtype:e}){return({inputs:o,backend:s})=>{let{x:i}=o,a=s,n=e||i.dtype;if(a.shouldExecuteOnCPU([i])&&t!=null){let l=a.tensorMap.get(i.dataId),p=t(l.values,n);return a.makeTensorInfo(i.shape,n,p)}let u=new Q(i.shape,r);return a.runWebGPUProgram(u,[i],n)}}function z({opType:r,cpuKernelImpl:t,supportsComplex:e=!1,dtype:o}){return({inputs:s,backend:i})=>{let{a,b:n}=s,u=i;if(e&&a.dtype==="complex64"){let h=u.tensorMap.get(a.dataId),c=u.tensorMap.get(n.dataId),d,m;if(r!==I.MUL)[d,m]=[[h.complexTensorInfos.real,c.complexTensorInfos.real],[h.complexTensorInfos.imag,c.complexTensorInfos.imag]].map(C=>{let[v,$]=C,k={dataId:v.dataId,dtype:v.dtype,shape:a.shape},E={dataId:$.dataId,dtype:$.dtype,shape:n.shape},D=new ae(r,a.shape,n.shape);return u.runWebGPUProgram(D,[k,E],se(v.dtype,$.dtype))});else{let C=new ve(I.COMPLEX_MULTIPLY_REAL,a.shape,n.shape),v=new ve(I.COMPLEX_MULTIPLY_IMAG,a.shape,n.shape),$=[{dataId:h.complexTensorInfos.real.dataId,dtype:h.complexTensorInfos.real.dtype,shape:a.shape},{dataId:h.complexTensorInfos.imag.dataId,dtype:h.complexTensorInfos.imag.dtype,shape:a.shape},{dataId:c.complexTensorInfos.real.dataId,dtype:c.complexTensorInfos.real.dtype,shape:n.shape},{dataId:c.complexTensorInfos.imag.dataId,dtype:c.complexTensorInfos.imag.dtype,shape:n.shape}];d=u.runWebGPUProgram(C,$,"float32"),m=u.runWebGPUProgram(v,$,"float32")}let f=fe({inputs:{real:d,imag:m},backend:u});return u.disposeData(d.dataId),u.disposeData(m.dataId),f}let l=o||se(a.dtype,n.dtype);if((a.dtype==="string"||n.dtype==="string"||u.shouldExecuteOnCPU([a,n]))&&t!=null){let h=u.tensorMap.get(a.dataId).values,c=u.tensorMap.get(n.dataId).values,d=a.dtype==="string"?w.fromUint8ToStringArray(h):h,m=a.dtype==="string"?w.fromUint8ToStringArray(c):c,[f,C]=t(a.shape,n.shape,d,m,l);return u.makeTensorInfo(C,l,f)}let p=new ae(r,a.shape,n.shape);return u.runWebGPUProgram(p,[a,n],l)}}var{addImpl:Zr,castImpl:Jr,ceilImpl:el,concatImpl:eo,equalImpl:tl,expImpl:to,expm1Impl:ro,floorImpl:rl,floorDivImpl:ol,gatherNdImpl:sl,gatherV2Impl:oo,greaterEqualImpl:so,greaterImpl:io,lessEqualImpl:ao,lessImpl:no,logImpl:uo,maxImpl:lo,maximumImpl:po,minimumImpl:co,multiplyImpl:ho,negImpl:mo,notEqualImpl:fo,prodImpl:go,rangeImpl:il,rsqrtImpl:Co,scatterImpl:al,simpleAbsImpl:xo,sliceImpl:wo,stridedSliceImpl:So,stringNGramsImpl:nl,subImpl:bo,tileImpl:yo,topKImpl:ul,transposeImpl:vo,uniqueImpl:ll}=Tr;var Ia=N({opType:x.ABS,cpuKernelImpl:xo}),$o={kernelName:"Abs",backendName:"webgpu",kernelFunc:Ia};var ka=z({opType:I.ADD,cpuKernelImpl:Zr,supportsComplex:!0}),Io={kernelName:"Add",backendName:"webgpu",kernelFunc:ka};var ze=class{constructor(t){this.workPerThread=1,this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=t[0],this.variableNames=t.map((e,o)=>`T${o}`),this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize,[this.workPerThread,1,1]),this.shaderKey="addN"}getUserCode(){let t=[];this.variableNames.forEach(s=>{t.push(`let v${s} = get${s}ByOutputCoords(coords);`)});let e=this.variableNames.map(s=>`v${s}`).join(" + ");return`
      ${S("index")} {
        for (var i = 0; i < ${this.workPerThread}; i = i + 1) {
          let flatIndex = index * ${this.workPerThread} + i;
          if (flatIndex < uniforms.size) {
            let coords = getCoordsFromIndex(flatIndex);
            ${t.join(`
        `)}
            setOutputAtIndex(flatIndex, ${e});
          }
        }
      }
    `}};function Pa(r){let{inputs:t,backend:e}=r,o=t;if(o.length===1)return O({inputs:{x:o[0]},backend:e});let s=o.map(n=>n.dtype).reduce((n,u)=>se(n,u)),i=o.map(n=>n.shape),a=new ze(i);return e.runWebGPUProgram(a,o,s)}var Ro={kernelName:Dt,backendName:"webgpu",kernelFunc:Pa};var Te=class{constructor(t){this.variableNames=["x"],this.uniforms="strides : vec2<i32>,",this.workgroupSize=[256,1,1],this.size=!0,this.outputShape=t.outShape,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.shaderKey="poolWithFilterSizeEqualsOne"}getUserCode(){return`
      ${S("index")} {
        if (index < uniforms.size) {
          let coords = getCoordsFromIndex(index);
          let batch = coords[0];
          let d = coords[3];

          let xRCCorner = coords.yz * uniforms.strides;
          let xRCorner = xRCCorner.x;
          let xCCorner = xRCCorner.y;

          let value = getX(batch, xRCorner, xCCorner, d);
          setOutputAtIndex(index, value);
        }
      }
    `}};var $e=class{constructor(t,e,o=!1,s=!1,i=!1){if(this.variableNames=["x"],this.uniforms="strides : vec2<i32>, pads : vec2<i32>, dilations : vec2<i32>, convDims : vec2<i32>, filterDims : vec2<i32>,",this.workgroupSize=[128,1,1],this.size=!0,e==="avg"&&o)throw new Error("Cannot compute positions for average pool.");this.outputShape=t.outShape,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.poolType=e,this.computePositions=o,this.flattenPositions=s,this.includeBatchIndex=i,this.shaderKey=`pool2D_${e}_${o}_${s}_${i}`}getUserCode(){let t;this.poolType==="avg"?t="resultValue = resultValue + value; count = count + 1.0;":this.computePositions?t=`let currMaxValue = mix(value, maxValue, maxValueFound);
      if (value >= currMaxValue) {
        maxValue = value;
        maxValueFound = 1.0;
        maxPosition = ${this.flattenPositions?this.includeBatchIndex?"((batch * uniforms.xShape[1] + xR) * uniforms.xShape[2] + xC) * uniforms.xShape[3] + d":"(xR * uniforms.xShape[2] + xC) * uniforms.xShape[3] + d":"wR * uniforms.filterDims.y + wC"};
      }`:t="resultValue = max(value, resultValue);";let e="resultValue";return this.poolType==="avg"&&(e="resultValue / max(count, 1.0)"),`
      ${S("index")} {
      if (index < uniforms.size) {
        let coords = getCoordsFromIndex(index);
          let batch = coords[0];
          let d = coords[3];
          let xRCCorner = vec2<i32>(coords.yz) * uniforms.strides - uniforms.pads;
          let xRCorner = xRCCorner.x;
          let xCCorner = xRCCorner.y;

          ${this.computePositions?`var maxValue = 0.0;
            var maxValueFound = 0.0;
            var maxPosition = 0;`:`var resultValue = ${this.poolType==="avg"?"0.0":"-1.0 / pow(10.0, -20.0)"};`}

          var count = 0.0;
          for (var wR = 0; wR < uniforms.filterDims.x; wR = wR + uniforms.dilations.x) {
            let xR = xRCorner + wR;

            if (xR < 0 || xR >= uniforms.convDims.x) {
              continue;
            }

            for (var wC = 0; wC < uniforms.filterDims.y; wC = wC + uniforms.dilations.y) {
              let xC = xCCorner + wC;
              if (xC < 0 || xC >= uniforms.convDims.y) {
                continue;
              }

              let value = getX(batch, xR, xC, d);
              ${t}
            }
          }

          ${this.computePositions?"setOutputAtIndexI32(index, maxPosition);":`setOutputAtIndex(index, ${e});`}
        }
      }
    `}};function P(r){let{inputs:t,attrs:e}=r,{x:o}=t,{shape:s}=e,i=g.sizeFromShape(o.shape),a=g.inferFromImplicitShape(s,i),n=g.sizeFromShape(a);return g.assert(i===n,()=>`The new shape (${a}) has ${n} elements and the old shape (${o.shape}) has ${i} elements. The new shape and old shape must have the same number of elements.`),r.backend.incRef(o.dataId),{dataId:o.dataId,shape:a,dtype:o.dtype}}var ko={kernelName:ur,backendName:"webgpu",kernelFunc:P};var Fe=class{constructor(t,e){this.variableNames=["A"],this.workgroupSize=[16,16,1];let o=new Array(t.length);for(let s=0;s<o.length;s++)o[s]=t[e[s]];this.outputShape=o,this.dispatchLayout={x:[0],y:[1]},this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize,[1,1,1]),this.shaderKey="transposeShared"}getUserCode(){g.assert(this.workgroupSize[0]===this.workgroupSize[1],()=>`Must be a square tile, current tile shape is ${this.workgroupSize[0]} x ${this.workgroupSize[1]}`);let t=this.workgroupSize[0];return`
      var<workgroup> tile : array<array<f32, ${this.workgroupSize[0]+1}>, ${this.workgroupSize[0]}>;
      ${S()} {
        var x = i32(workgroupId.x) * ${t} + i32(localId.x);
        var y = i32(workgroupId.y) * ${t} + i32(localId.y);
        let width = uniforms.outShape[0];
        let height = uniforms.outShape[1];
        if (x < width && y < height) {
          tile[localId.y][localId.x] = f32(A[y * width + x]);
        }
        workgroupBarrier();

        x = i32(workgroupId.y) * ${t} + i32(localId.x);
        y = i32(workgroupId.x) * ${t} + i32(localId.y);
        if (x < height && y < width) {
          setOutputAtIndex((y * height + x), tile[localId.x]
            [localId.y]);
        }
      }
    `}};var Ue=class{constructor(t,e){this.variableNames=["A"],this.workPerThread=1,this.workgroupSize=[64,1,1],this.size=!0;let o=new Array(t.length);for(let s=0;s<o.length;s++)o[s]=t[e[s]];this.outputShape=o,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize,[this.workPerThread,1,1]),this.newDim=e,this.shaderKey=`transpose_${e}`}getUserCode(){let t=_(this.outputShape.length),e=wt(this.newDim);return`
      ${S("index")} {
        for(var i = 0; i < ${this.workPerThread}; i = i + 1) {
          let flatIndex = index * ${this.workPerThread} + i;
          if(flatIndex < uniforms.size) {
            let coords = getCoordsFromIndex(flatIndex);
            setOutputAtIndex(flatIndex, A[getIndexFromCoords${this.outputShape.length}D(
              ${t}(${e}), uniforms.aShape)]);
          }
        }
      }
    `}};function wt(r){let t=r.length;if(t>6)throw Error(`Transpose for rank ${t} is not yet supported`);let e=new Array(t);for(let o=0;o<r.length;o++)e[r[o]]=`coords.${te(o)}`;return e.join()}function Ie(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{perm:i}=o,a=e,n=s.shape.length,u=new Array(n);for(let p=0;p<u.length;p++)u[p]=s.shape[i[p]];if(e.shouldExecuteOnCPU([s])){let h=a.tensorMap.get(s.dataId).values,c=vo(h,s.shape,s.dtype,i,u);return e.makeTensorInfo(u,s.dtype,c)}if(s.shape.length===2&&g.arraysEqual(i,[1,0])){let p=new Fe(s.shape,i);return a.runWebGPUProgram(p,[s],s.dtype)}let l=new Ue(s.shape,i);return a.runWebGPUProgram(l,[s],s.dtype)}var Po={kernelName:Pr,backendName:"webgpu",kernelFunc:Ie};var Me=class{constructor(t,e,o){this.variableNames=["x"],this.uniforms="reduceSize : i32,",this.size=!0,this.inputShape=[t.batchSize,t.inSize];let[s]=w.computeOutAndReduceShapes(this.inputShape,[1]);this.outputShape=s.length===0?[1]:s,t.inSize>=32768&&o>=512?this.workgroupSize=[512,1,1]:t.inSize>=4096?this.workgroupSize=[256,1,1]:this.workgroupSize=[64,1,1],this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,[1,1,1]),this.reduceType=e,this.shaderKey=`reduce_${e}`}getUserCode(){let t="",e="0.0",o=this.workgroupSize[0];this.reduceType==="min"||this.reduceType==="max"?(t=`
         if (isnan(candidate)) {
          bestValue = uniforms.NAN;
         } else if (!isnan(bestValue) && candidate ${this.reduceType==="min"?"<":">"} bestValue)
           {  bestValue = candidate; }`,e="f32(x[offset])"):this.reduceType==="sum"||this.reduceType==="mean"?t=" bestValue = bestValue + candidate; ":this.reduceType==="prod"?(t=" bestValue = bestValue * candidate; ",e="1.0"):this.reduceType==="all"?(t=" bestValue = f32(bestValue >= 1.0 && candidate >= 1.0); ",e="1.0"):this.reduceType==="any"&&(t=" bestValue = f32(bestValue >= 1.0 || candidate >= 1.0); ",e="0.0");let s=this.reduceType==="mean"?"setOutputAtIndex(outputIndex, bestValue / f32(uniforms.reduceSize));":"setOutputAtIndex(outputIndex, bestValue);";return`
       fn DIV_CEIL(a : u32, b : u32) -> u32 {
        return ((a - 1u) / b + 1u);
       }

       ${`
         var<workgroup> xBestValues : array<f32, ${o}>;
       `}
       fn getOffset(outputIndex : i32) -> i32 {
         let outputCoords = getCoordsFromIndex(outputIndex);
         let offset = ${this.outputShape.length===1?"outputCoords":"outputCoords[0]"} * uniforms.reduceSize;
          return offset;
       }
       ${S("index")} {
         let outputIndex = index / ${o};
         let offset = getOffset(outputIndex);
         var bestValue = ${e};
         let Length = uniforms.reduceSize;
         let WorkPerThread = DIV_CEIL(u32(Length), ${o}u);
         for (var k = i32(localId.x); k < Length && outputIndex < uniforms.size;
             k = k + ${o}) {
           let candidate = f32(x[offset + k]);
           ${t}
         }
         xBestValues[localId.x] = bestValue;
         workgroupBarrier();

         var reduceSize = min(u32(Length), ${o}u);
         for (var currentSize = reduceSize / 2u; reduceSize > 1u;
             currentSize = reduceSize / 2u) {
           let interval = DIV_CEIL(reduceSize, 2u);
           if (localId.x < currentSize) {
            let candidate = xBestValues[localId.x + interval];
            ${t}
            xBestValues[localId.x] = bestValue;
           }
           reduceSize = interval;
           workgroupBarrier();
         }

         if (localId.x == 0u && outputIndex < uniforms.size) {
          ${s}
        }
       }
     `}};var Aa={mean:"float32",all:"bool",any:"bool"};function J(r,t,e,o,s){let i=r.shape.length,a=[],n=g.parseAxisParam(t,r.shape),u=n,l=w.getAxesPermutation(u,i),p=r;l!=null&&(p=Ie({inputs:{x:r},attrs:{perm:l},backend:s}),u=w.getInnerMostAxes(u.length,i),a.push(p)),w.assertAxesAreInnerMostDims(o,u,i);let[h,c]=w.computeOutAndReduceShapes(p.shape,u),d=h;e&&(d=w.expandShapeToKeepDim(h,n));let m;if((o==="max"||o==="prod")&&s.shouldExecuteOnCPU([p])){let f=s.tensorMap.get(p.dataId).values;switch(o){case"max":let C=lo(f,g.sizeFromShape(c),d,r.dtype);m=s.makeTensorInfo(d,r.dtype,C);break;case"prod":let{outVals:v,outShape:$,outDtype:k}=go(p.shape,p.dtype,f,u);m=s.makeTensorInfo($,k,v);break;default:throw new Error(`${o} CPU implementation is not yet supported.`)}}else{let f=g.sizeFromShape(c),v=g.sizeFromShape(p.shape)/f,$={windowSize:f,inSize:f,batchSize:v,outSize:1},k=Aa[o]||Br(r.dtype),E=[{type:"int32",data:[f]}],D=new Me($,o,s.device.limits.maxComputeWorkgroupSizeX),L=s.runWebGPUProgram(D,[p],k,E);a.push(L),m=P({inputs:{x:L},attrs:{shape:d},backend:s})}return a.forEach(f=>s.disposeData(f.dataId)),m}function St(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{reductionIndices:i,keepDims:a}=o;return J(s,i,a,"max",e)}var Ao={kernelName:"Max",backendName:"webgpu",kernelFunc:St};function bt(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{keepDims:i,axis:a}=o;return J(s,a,i,"mean",e)}var Do={kernelName:Jt,backendName:"webgpu",kernelFunc:bt};function Oe(r,t,e,o){if(t.filterWidth===1&&t.filterHeight===1&&g.arraysEqual(t.inShape,t.outShape))return O({inputs:{x:r},backend:o});if(t.filterWidth===t.inWidth&&t.filterHeight===t.inHeight&&t.batchSize===1&&t.padInfo.type==="VALID"){let a=r.shape.length,n=P({inputs:{x:r},backend:o,attrs:{shape:[r.shape[a-3]*r.shape[a-2],r.shape[a-1]]}}),u;e==="avg"?u=bt({inputs:{x:n},backend:o,attrs:{axis:0,keepDims:!1}}):(g.assert(e==="max",()=>`Invalid pool type ${e}`),u=St({inputs:{x:n},backend:o,attrs:{reductionIndices:0,keepDims:!1}}));let l=P({inputs:{x:u},backend:o,attrs:{shape:t.outShape}});return o.disposeData(n.dataId),o.disposeData(u.dataId),l}let s,i=[{type:"int32",data:[t.strideHeight,t.strideWidth]}];return t.filterHeight===1&&t.filterWidth===1?s=new Te(t):(e==="avg"?s=new $e(t,"avg"):(g.assert(e==="max",()=>`Invalid pool type ${e}`),s=new $e(t,"max")),i.push({type:"int32",data:[t.padInfo.top,t.padInfo.left]},{type:"int32",data:[t.dilationHeight,t.dilationWidth]},{type:"int32",data:[t.inHeight,t.inWidth]},{type:"int32",data:[t.effectiveFilterHeight,t.effectiveFilterWidth]})),o.runWebGPUProgram(s,[r],r.dtype,i)}function Ea(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{filterSize:i,strides:a,pad:n,dimRoundingMode:u}=o,p=w.computePool2DInfo(s.shape,i,a,1,n,u);return Oe(s,p,"avg",e)}var Eo={kernelName:Et,backendName:"webgpu",kernelFunc:Ea};function V(r,t=!1,e=!1,o=3){if(r===null)return"";let s="";if(r==="linear")s=re(x.LINEAR);else if(r==="relu")s=re(x.RELU,e);else if(r==="elu")s=re(x.ELU,e);else if(r==="relu6")s=re(x.RELU6,e);else if(r==="prelu")s=me(I.PRELU,e);else if(r==="sigmoid")s=re(x.SIGMOID,e);else if(r==="leakyrelu")s=re(x.LEAKYRELU,e);else throw new Error(`Activation ${r} has not been implemented for the WebGPU backend.`);let a=A(e?4:1),n="";return t?n=`
      fn activation(a : ${a}, coords : vec${o}<i32>) -> ${a} {
        let b = getPreluActivationWeightsByOutputCoords(coords);
        ${s}
      }`:n=`
      fn activation(a : ${a}, coords : vec${o}<i32>) -> ${a} {
        ${s}
      }`,n}function q(r,t){return`
      ${r?"value = value + getBiasByOutputCoords(coords);":""}
      ${t?"value = activation(value, coords);":""}
      `}function yt(r,t,e=!1,o=!1,s=!1,i=1){g.assert(r&&i===1||!r,()=>`transposeA ${r} is not compatible with component size ${i}`);let a=`
      ${r?"value = getA(batch, col, row);":"value = getA(batch, row, col);"}

    `,n=t?"value = getB(batch, col, row);":"value = getB(batch, row, col);";return`
  fn mm_readA(batch: i32, row: i32, col: i32) -> ${A(i)} {
    var value = ${A(i)}(0.0);
    ${e&&s?a:`
    ${r?"if(row < uniforms.dimAOuter && col < uniforms.dimInner)":"if(row < uniforms.aShape[1] && col < uniforms.aShape[2])"}
    {
      ${a}
    }
    `}
    return value;
  }

  fn mm_readB(batch: i32, row: i32, col: i32) -> ${A(i)} {
    var value = ${A(i)}(0.0);
    ${n}
    return value;
  }
  `}function Re(r,t,e,o,s=!1,i=!1,a=!1,n=1){return`
  ${yt(e,o,s,i,a,n)}
  fn mm_write(batch: i32, row: i32, col: i32, valueIn: ${A(n)}) {
    ${s&&i?"":"if (row < uniforms.dimAOuter && col < uniforms.dimBOuter)"}
    {
      var value = valueIn;
      let coords = vec3<i32>(batch, row, col);
      ${q(r,t)}
      setOutputAtCoords(coords[0], coords[1], coords[2], value);
    }
  }
  `}var Na=(r,t)=>r?`
        mm_Asub[inputRow][inputCol] = mm_readA(batchA,
          kStart + inputRow,
          globalRowStart + inputCol * ${t});
        `:`
        mm_Asub[inputRow][inputCol] = mm_readA(batchA,
          globalRow + innerRow,
          kStart + inputCol * ${t});
        `,Ba=(r,t,e,o)=>{if(r)return`
      for (var k = 0; k < ${o}; k++) {
        let BCached0 = mm_Bsub[k][tileCol];
        let ACached0 = mm_Asub[k][localRow];
        for (var i = 0; i < ${e}; i++) {
          acc[i] = fma(BCached0, vec4<f32>(ACached0[i]), acc[i]);
        }
      }`;{let s="",i="";for(let a=0;a<t;a++)s+=`let BCached${a} = mm_Bsub[k * ${t} + ${a}][tileCol];`,i+=`acc[i] = fma(BCached${a}, vec4<f32>(ACached[${a}]), acc[i]);`;return`
      for (var k = 0; k < ${o/t}; k++) {
        ${s}
        for (var i = 0; i < ${e}; i++) {
          let ACached = mm_Asub[tileRow + i][k];
          ${i}
        }
      }`}};function ne(r,t,e=!1,o=32,s=!1,i=32,a=!1){let n=t[1]*r[1],u=t[0]*r[0],l=e?n:o,p=e?o:n,h=l/t[0],c=o/t[1],d=r[1],m=r[0];return g.assert((e&&h===4&&r[1]===4||!e&&(h===3||h===4))&&l%t[0]===0&&o%t[1]===0&&r[0]===4,()=>`If transposeA ${e} is true, innerElementSize ${h} and workPerThread[1] ${r[1]} must be 4.
          Otherwise, innerElementSize ${h} must be 3 or 4.
      tileAWidth ${l} must be divisible by workgroupSize[0]${t[0]}. tileInner ${o} must be divisible by workgroupSize[1] ${t[1]}. colPerThread ${r[0]} must be 4.`),`
  var<workgroup> mm_Asub : array<array<vec${h}<f32>, ${l/h}>, ${p}>;
  var<workgroup> mm_Bsub : array<array<vec4<f32>, ${u/r[0]}>, ${o}>;

  ${S()} {
    let localRow = i32(localId.y);
    let tileRow = localRow * ${d};
    let tileCol = i32(localId.x);

    let globalRow = i32(globalId.y) * ${d};
    let globalCol = i32(globalId.x) * ${m};
    let batch = ${s?"0":"i32(globalId.z)"};
    let batchA = ${s||!a?"batch":"batch % uniforms.aShape[0]"};
    let batchB = ${s||!a?"batch":"batch % uniforms.bShape[0]"};
    let globalRowStart = i32(workgroupId.y) * ${n};

    let numTiles = ${s?`${Math.ceil(i/o)}`:`(uniforms.dimInner - 1) / ${o} + 1`};
    var kStart = ${s?`i32(globalId.z) * ${i}`:"0"};

    var acc: array<vec4<f32>, ${d}>;

    // Loop over shared dimension.
    let tileRowB = localRow * ${c};
    for (var t = 0; t < numTiles; t++) {
        // Load one tile of A into local memory.
        for (var innerRow = 0; innerRow < ${d}; innerRow++) {
            let inputRow = tileRow + innerRow;
            let inputCol = tileCol;
            ${Na(e,h)}
        }

        // Load one tile of B into local memory.
        for (var innerRow = 0; innerRow < ${c}; innerRow++) {
            let inputRow = tileRowB + innerRow;
            let inputCol = tileCol;
            mm_Bsub[inputRow][inputCol] = mm_readB(batchB, kStart + inputRow, globalCol);
        }
        kStart = kStart + ${o};
        workgroupBarrier();

        // Compute acc values for a single thread.
        ${Ba(e,h,d,o)}
        workgroupBarrier();
    }

    for (var innerRow = 0; innerRow < ${d}; innerRow++) {
        mm_write(batch, globalRow + innerRow, globalCol, acc[innerRow]);
    }
  }`}var No=r=>r?`
        mm_Asub[inputRow][inputCol] = mm_readA(batchA,
          kStart + inputRow,
          globalRowStart + inputCol);
        `:`
        mm_Asub[inputRow][inputCol] = mm_readA(batchA,
          globalRowStart + inputRow,
          kStart + inputCol);
        `,La=r=>r?"let ACached = mm_Asub[k][tileRow + innerRow];":"let ACached = mm_Asub[tileRow + innerRow][k];";function ue(r,t,e=!1,o=32,s=!1,i=32,a=!1,n=!1){let u=r[1]*t[1],l=r[0]*t[0],p=e?u:o,h=e?o:u;g.assert(h%t[1]===0&&p%t[0]===0&&o%t[1]===0,()=>`tileAHight ${h} must be divisible by workgroupSize[1]${t[1]}, tileAWidth ${p} must be divisible by workgroupSize[0]${t[0]}, tileInner ${o} must be divisible by workgroupSize[1]${t[1]}`);let c=h/t[1],d=p/t[0],m=o/t[1],f=r[1],C=r[0],v=a?`
      let localRow = i32(localId.y);
      let localCol = i32(localId.x);
      let globalRowStart = i32(workgroupId.y) * ${u};
      let globalColStart = i32(workgroupId.x) * ${l};

      // Loop over shared dimension.
      for (var t = 0; t < numTiles; t++) {
        // Load one tile of A into local memory.
        for (var inputRow = localRow; inputRow < ${h}; inputRow = inputRow + ${t[1]}) {
          for (var inputCol = localCol; inputCol < ${p}; inputCol = inputCol + ${t[0]}) {
            ${No(e)}
          }
        }
        // Load one tile of B into local memory.
        for (var inputRow = localRow; inputRow < ${o}; inputRow = inputRow + ${t[1]}) {
              for (var inputCol = localCol; inputCol < ${l}; inputCol = inputCol + ${t[0]}) {
            mm_Bsub[inputRow][inputCol] = mm_readB(batchB,
              kStart + inputRow,
              globalColStart + inputCol);
          }
        }
        kStart = kStart + ${o};
        workgroupBarrier();

        // Compute acc values for a single thread.
        var BCached : array<f32, ${C}>;
        for (var k = 0; k < ${o}; k++) {
          for (var inner = 0; inner < ${C}; inner++) {
            BCached[inner] = mm_Bsub[k][localCol + inner * ${t[0]}];
          }
          for (var innerRow = 0; innerRow < ${f}; innerRow++) {
            let ACached = ${e?`mm_Asub[k][localRow + innerRow * ${t[1]}];`:`mm_Asub[localRow + innerRow * ${t[1]}][k];`}
            for (var innerCol = 0; innerCol < ${C}; innerCol++) {
              acc[innerRow][innerCol] =
                  fma(ACached, BCached[innerCol], acc[innerRow][innerCol]);
            }
          }
        }
        workgroupBarrier();
      }
      for (var innerRow = 0; innerRow < ${f}; innerRow++) {
        let gRow = globalRowStart + localRow + innerRow * ${t[1]};
        for (var innerCol = 0; innerCol < ${C}; innerCol++) {
          let gCol = globalColStart + localCol + innerCol * ${t[0]};
          mm_write(batch, gRow, gCol, acc[innerRow][innerCol]);
        }
      }
      `:`
  let tileRow = i32(localId.y) * ${f};
  let tileCol = i32(localId.x) * ${C};

  let globalRow = i32(globalId.y) * ${f};
  let globalCol = i32(globalId.x) * ${C};
  let globalRowStart = i32(workgroupId.y) * ${u};

  let tileRowA = i32(localId.y) * ${c};
  let tileColA = i32(localId.x) * ${d};
  let tileRowB = i32(localId.y) * ${m};
  // Loop over shared dimension.
  for (var t = 0; t < numTiles; t++) {
    // Load one tile of A into local memory.
    for (var innerRow = 0; innerRow < ${c}; innerRow++) {
      for (var innerCol = 0; innerCol < ${d}; innerCol++) {
        let inputRow = tileRowA + innerRow;
        let inputCol = tileColA + innerCol;
        ${No(e)}
      }
    }

    // Load one tile of B into local memory.
    for (var innerRow = 0; innerRow < ${m}; innerRow++) {
      for (var innerCol = 0; innerCol < ${C}; innerCol++) {
        let inputRow = tileRowB + innerRow;
        let inputCol = tileCol + innerCol;
        mm_Bsub[inputRow][inputCol] = mm_readB(batchB,
          kStart + inputRow,
          globalCol + innerCol);
      }
    }
    kStart = kStart + ${o};
    workgroupBarrier();

    // Compute acc values for a single thread.
    var BCached : array<f32, ${C}>;
    for (var k = 0; k < ${o}; k++) {
      for (var inner = 0; inner < ${C}; inner++) {
        BCached[inner] = mm_Bsub[k][tileCol + inner];
      }

      for (var innerRow = 0; innerRow < ${f}; innerRow++) {
        ${La(e)}
        for (var innerCol = 0; innerCol < ${C}; innerCol++) {
          acc[innerRow][innerCol] =
              fma(ACached, BCached[innerCol], acc[innerRow][innerCol]);
        }
      }
    }

    workgroupBarrier();
  }

  for (var innerRow = 0; innerRow < ${f}; innerRow++) {
    for (var innerCol = 0; innerCol < ${C}; innerCol++) {
      mm_write(batch, globalRow + innerRow, globalCol + innerCol,
          acc[innerRow][innerCol]);
    }
  }
  `;return`
    var<workgroup> mm_Asub : array<array<f32, ${p}>, ${h}>;
    var<workgroup> mm_Bsub : array<array<f32, ${l}>, ${o}>;

    ${S()} {
      let batch = ${s?"0":"i32(globalId.z)"};
      let batchA = ${s||!n?"batch":"batch % uniforms.aShape[0]"};
      let batchB = ${s||!n?"batch":"batch % uniforms.bShape[0]"};
      let numTiles = ${s?`${Math.ceil(i/o)}`:`(uniforms.dimInner - 1) / ${o} + 1`};
      var kStart = ${s?`i32(globalId.z) * ${i}`:"0"};

      var acc : array<array<f32, ${C}>, ${f}>;

      // Without this initialization strange values show up in acc.
      for (var innerRow = 0; innerRow < ${f}; innerRow++) {
        for (var innerCol = 0; innerCol < ${C}; innerCol++) {
          acc[innerRow][innerCol] = 0.0;
        }
      }
      ${v}
    }
  `}var _a=r=>r?`
      mm_readA(batchA, colA, globalRow),
      mm_readA(batchA, colA + 1, globalRow),
      mm_readA(batchA, colA + 2, globalRow),
      mm_readA(batchA, colA + 3, globalRow)
  `:`
      mm_readA(batchA, globalRow, colA),
      mm_readA(batchA, globalRow, colA + 1),
      mm_readA(batchA, globalRow, colA + 2),
      mm_readA(batchA, globalRow, colA + 3)
  `;function za(r,t=!1){g.assert(r[1]===1&&r[2]===1,()=>`A linear work group size is required. But got ${r}.`);let e=r[0]*4;return`
    var<workgroup> mm_Asub : array<vec4<f32>, ${r[0]}>;

    ${S()} {
      let tileCol = i32(localId.x);
      let globalCol = i32(globalId.x);
      let globalRow = i32(globalId.y);

      let numTiles = (uniforms.dimInner - 1) / ${e} + 1;
      let batch = i32(globalId.z);
      let batchA = batch % uniforms.aShape[0];
      let batchB = batch % uniforms.bShape[0];
      // Without this initialization strange values show up in acc.
      var acc = 0.0;

      // Loop over shared dimension.
      for (var t = 0; t < numTiles; t++) {
        // Load one tile of A into local memory.
        let colA = t * ${e} + tileCol * 4;
        mm_Asub[tileCol] = vec4<f32>(${_a(t)});
        workgroupBarrier();

        // Compute acc values for a single thread.
        for (var k = 0; k < ${e/4}; k++) {
          let rowB = t * ${e} + k * 4;
          let BCached = vec4<f32>(mm_readB(batchB, rowB, globalCol),
                              mm_readB(batchB, rowB + 1, globalCol),
                              mm_readB(batchB, rowB + 2, globalCol),
                              mm_readB(batchB, rowB + 3, globalCol));

          let ACached = mm_Asub[k];
          acc = acc + dot(ACached, BCached);
        }

        workgroupBarrier();
      }

      mm_write(batch, globalRow, globalCol, acc);
    }
  `}var We=class{constructor(t,e,o=!1,s=!1,i=null,a=null,n=null,u=!1){this.variableNames=["A","B"],this.uniforms="dimAOuter : i32, dimBOuter : i32, dimInner : i32,",this.outputShape=e,this.dispatchLayout={x:[2],y:[1],z:[0]};let l=o?t[1]:t[2];if(this.isVec4=(l%4===0&&!o||e[1]%4===0&&o)&&e[2]%4===0&&!s,this.outputComponent=this.isVec4?4:1,this.isVectorA=e[1]===1&&!o,!this.isVec4&&this.isVectorA)this.elementsPerThread=[1,1,1],this.workgroupSize=[32,1,1];else{let c=Qr(e[1],l,e[2],o);this.workgroupSize=c.workgroupSize,this.elementsPerThread=c.elementsPerThread}this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize,this.elementsPerThread);let p=i!=null,h=n!=null;p&&this.variableNames.push("bias"),h&&this.variableNames.push("preluActivationWeights"),this.sequentialAccessByThreads=u,this.transposeA=o,this.transposeB=s,this.addBias=p,this.activation=a,this.hasPreluActivationWeights=h,[this.fitAOuter,this.fitBOuter,this.fitInner]=this.getShapeFit(e[1],e[2],l),this.shaderKey=`matMulPacked_${this.elementsPerThread}_${o}_${s}_${this.activation}_${this.fitAOuter}_${this.fitBOuter}_${this.fitInner}_${this.isVec4}_${this.isVectorA}_${this.sequentialAccessByThreads}`}getShapeFit(t,e,o){let s=this.workgroupSize[1]*this.elementsPerThread[1],i=this.workgroupSize[0]*this.elementsPerThread[0];!this.isVec4&&this.isVectorA?this.tileInner=this.workgroupSize[0]*4:this.tileInner=i;let a=t%s===0,n=e%i===0,u=o%this.tileInner===0;return[a,n,u]}getUserCode(){return`
      ${V(this.activation,this.hasPreluActivationWeights,this.isVec4)}
      ${Re(this.addBias,this.activation,!1,this.transposeB,this.fitAOuter,this.fitBOuter,this.fitInner,this.isVec4?4:1)}
      ${this.isVec4?ne(this.elementsPerThread,this.workgroupSize,this.transposeA,this.tileInner,!1,null,!0):this.isVectorA?za(this.workgroupSize,this.transposeA):ue(this.elementsPerThread,this.workgroupSize,this.transposeA,this.tileInner,!1,null,this.sequentialAccessByThreads,!0)}
    `}};function Ta(r){return`
    var<workgroup> sumValues : array<f32, ${r}>;
    ${S()} {
      let coords = getOutputCoords();
      let batch = coords[0];
      let batchA = batch % uniforms.aShape[0];
      let batchB = batch % uniforms.bShape[0];
      let row = coords[1];
      let col = coords[2];
      var sum = 0.0;
      let Length = uniforms.dimInner;
      for (var k = i32(localId.x); k < Length; k = k + ${r}) {
        let dataA = mm_readA(batchA, row, k);
        let dataB = mm_readB(batchB, k, col);
        sum = sum + dataA * dataB;
      }
      sumValues[localId.x] = sum;
      workgroupBarrier();

      for(var currentSize = ${r/2}u; currentSize > 1u;
          currentSize = currentSize / 2u) {
        if (localId.x < currentSize)
        {
          sumValues[localId.x] = sumValues[localId.x] + sumValues[localId.x + currentSize];
        }
        workgroupBarrier();
      }

      if (localId.x == 0u) {
        sum = sumValues[0] + sumValues[1];
        mm_write(batch, row, col, sum);
      }
    }
  `}var Ve=class{constructor(t,e=!1,o=!1,s=null,i=null,a=null){this.variableNames=["A","B"],this.uniforms="dimAOuter : i32, dimBOuter : i32, dimInner : i32,",this.workgroupSize=[256,1,1],this.outputShape=t,this.dispatchLayout={x:[],y:[1,2],z:[0]},this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize);let n=s!=null,u=a!=null;n&&this.variableNames.push("bias"),u&&this.variableNames.push("preluActivationWeights"),this.transposeA=e,this.transposeB=o,this.addBias=n,this.activation=i,this.hasPreluActivationWeights=u,this.shaderKey=`matMulReduce_${this.activation}_${e}_${o}`}getUserCode(){return`
      ${V(this.activation,this.hasPreluActivationWeights)}
      ${Re(this.addBias,this.activation,this.transposeA,this.transposeB)}
      ${Ta(this.workgroupSize[0])}
    `}};function Fa(r){let t=r[1],e=r[0],o=t>e?t:e;return`
  var<workgroup> mm_Asub : array<array<f32, ${o}>, ${t}>;
  var<workgroup> mm_Bsub : array<array<f32, ${e}>, ${o}>;

  // If the output size is small for matrix multiplication, avoid to use vec4
  // and handle some elements per thread to optimally utilize the ALU.
  // Read data from global memory to registers firstly, then store them into
  // shared memory, so it is instruction-Level parallelism for arithmetic
  // operations and others handle IO operations between barrier api, makes ALU
  // and load/store units work simultaneously, could improves the performance.
  ${S()} {
    let tileRow = i32(localId.y);
    let tileCol = i32(localId.x);
    let globalRow = i32(globalId.y);
    let globalCol = i32(globalId.x);
    let batch = i32(globalId.z);
    let batchA = batch % uniforms.aShape[0];
    let batchB = batch % uniforms.bShape[0];

    // uniforms.dimInner should be greater than 0.
    let numTiles = (uniforms.dimInner - 1) / ${o} + 1;
    var acc = 0.0;

    var globalColA = tileCol;
    var globalRowB = 0;
    var regA = mm_readA(batchA, globalRow, globalColA);
    var regB0 = mm_readB(batchB, globalRowB + 2 * tileRow, globalCol);
    var regB1 = mm_readB(batchB, globalRowB + 2 * tileRow + 1, globalCol);
    globalColA = globalColA + ${o};
    globalRowB = globalRowB + ${o};

    for (var t = 0; t < numTiles; t = t + 1) {
      mm_Asub[tileRow][tileCol] = regA;
      mm_Bsub[2 * tileRow][tileCol] = regB0;
      mm_Bsub[2 * tileRow + 1][tileCol] = regB1;

      workgroupBarrier();

      regA = mm_readA(batchA, globalRow, globalColA);
      regB0 = mm_readB(batchB, globalRowB + 2 * tileRow, globalCol);
      regB1 = mm_readB(batchB, globalRowB + 2 * tileRow + 1, globalCol);
      globalColA = globalColA + ${o};
      globalRowB = globalRowB + ${o};

      for (var k = 0; k < ${o}; k = k + 1) {
        acc = acc + mm_Asub[tileRow][k] * mm_Bsub[k][tileCol];
      }
      workgroupBarrier();
    }

    mm_write(batch, globalRow, globalCol, acc);
  }
  `}var Ge=class{constructor(t,e,o,s=!1,i=!1,a=null,n=null,u=null){this.variableNames=["A","B"],this.uniforms="dimAOuter : i32, dimBOuter : i32, dimInner : i32,",this.workgroupSize=[16,8,1],this.outputShape=o,this.dispatchLayout={x:[2],y:[1],z:[0]},this.dispatch=[Math.ceil(o[2]/this.workgroupSize[0]),Math.ceil(o[1]/this.workgroupSize[1]),o[0]];let l=a!=null;l&&this.variableNames.push("bias");let p=u!=null;p&&this.variableNames.push("preluActivationWeights"),this.transposeA=s,this.transposeB=i,this.addBias=l,this.activation=n,this.hasPreluActivationWeights=p,this.shaderKey=`matMulSmallOutputSize_${this.activation}_${s}_${i}`}getUserCode(){return`
      ${V(this.activation,this.hasPreluActivationWeights)}
      ${Re(this.addBias,this.activation,this.transposeA,this.transposeB)}
      ${Fa(this.workgroupSize)}
    `}};var He=class{constructor(t,e,o=!1,s=!1){this.variableNames=["A","B"],this.uniforms="dimAOuter : i32, dimBOuter : i32, dimInner : i32,",this.workgroupSize=[8,8,1],this.atomic=!0,this.splitedDimInner=128,g.assert(t[0]===1,()=>"MatMulSplitKProgram only supports batch = 1."),this.outputShape=t,this.dispatchLayout={x:[2],y:[1],z:[0,3]};let i=(o&&this.outputShape[1]%4===0||!o&&e%4===0)&&this.outputShape[2]%4===0;this.elementsPerThread=[4,4,this.splitedDimInner],this.outputComponent=i?4:1,i||(this.outputShape[1]<16&&(this.elementsPerThread[1]=1),this.outputShape[2]<16&&(this.elementsPerThread[0]=1)),this.dispatch=y(this.dispatchLayout,[this.outputShape[0],this.outputShape[1],this.outputShape[2],e],this.workgroupSize,this.elementsPerThread),this.transposeA=o,this.transposeB=s,this.shaderKey=`matMulSplitK_${o}_${s}_${this.elementsPerThread}_${this.outputComponent}`}getUserCode(){let t=this.outputComponent;return`
      ${yt(!1,this.transposeB,!1,!1,!1,t)}
      fn mm_write(batch: i32, row : i32, col : i32, value : ${A(t)}) {
        if (row < uniforms.dimAOuter && col < uniforms.dimBOuter) {
          let coords = vec3<i32>(batch, row, col);
          let flatIndex = getOutputIndexFromCoords(coords);
          // The problem is that we should initialize output to zero before using.
          // Otherwise, the original value will be added to the result.
          for (var i = 0; i < ${t}; i = i + 1) {
            ${Wr("&result[flatIndex + i]",`${t>1?"value[i]":"value"}`,"float32")}
          }
        }
      }
      ${t===4?ne(this.elementsPerThread,this.workgroupSize,this.transposeA,32,!0,this.splitedDimInner):ue(this.elementsPerThread,this.workgroupSize,this.transposeA,32,!0,this.splitedDimInner)}
    `}},qe=class{constructor(t,e=null,o=null,s=null){this.uniforms="",this.variableNames=["x"],this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=t,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.addBias=e!=null,this.hasPreluActivationWeights=s!=null,this.activation=o,this.addBias&&this.variableNames.push("bias"),this.hasPreluActivationWeights&&this.variableNames.push("preluActivationWeights"),this.shaderKey=`biasActivation_${o}`}getUserCode(){return`
    ${V(this.activation,this.hasPreluActivationWeights)}
    ${S("index")} {
      if (index < uniforms.size) {
        let coords = getCoordsFromIndex(index);
        var value = getXByOutputIndex(index);
        ${q(this.addBias,this.activation)}
        setOutputAtIndex(index, value);
      }
    }
    `}};var Ke=class{constructor(t){this.variableNames=[],this.outputShape=[],this.uniforms="value : f32,",this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=t,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.shaderKey="fill"}getUserCode(){return`
    ${S("index")} {
      if (index < uniforms.size) {
        setOutputAtIndex(index, uniforms.value);
      }
    }
  `}};function ke(r){let{backend:t,attrs:e}=r,{shape:o,value:s}=e,{dtype:i}=e;if(i=i||g.inferDtype(s),i==="string"){let a=g.getArrayFromDType(i,g.sizeFromShape(o));return a.fill(s),t.makeTensorInfo(o,i,a)}else{let a=new Ke(o),n=[{type:"float32",data:[s]}];return t.runWebGPUProgram(a,[],i,n)}}var Bo={kernelName:Vt,backendName:"webgpu",kernelFunc:ke};function le({a:r,b:t,transposeA:e,transposeB:o,backend:s,bias:i=null,preluActivationWeights:a=null,leakyreluAlpha:n=0,activation:u=null}){let l=r.shape.length,p=t.shape.length,h=e?r.shape[l-2]:r.shape[l-1],c=o?t.shape[p-1]:t.shape[p-2],d=e?r.shape[l-1]:r.shape[l-2],m=o?t.shape[p-2]:t.shape[p-1],f=r.shape.slice(0,-2),C=t.shape.slice(0,-2),v=g.sizeFromShape(f),$=g.sizeFromShape(C),E=_r.assertAndGetBroadcastShape(r.shape.slice(0,-2),t.shape.slice(0,-2)).concat([d,m]);g.assert(h===c,()=>`Error in matMul: inner shapes (${h}) and (${c}) of Tensors with shapes ${r.shape} and ${t.shape} and transposeA=${e} and transposeB=${o} must match.`);let D=e?[v,h,d]:[v,d,h],L=o?[$,m,c]:[$,c,m],T=P({inputs:{x:r},backend:s,attrs:{shape:D}}),F=P({inputs:{x:t},backend:s,attrs:{shape:L}}),B=[T,F],H=Math.max(v,$),X=[T,F],ee=[{type:"int32",data:[d]},{type:"int32",data:[m]},{type:"int32",data:[h]}],Y,M,W=[H,d,m],G=U().get("WEBGPU_MATMUL_PROGRAM_TYPE");if(G<0){let pe=U().getNumber("WEBGPU_THRESHOLD_TO_INCREASE_WORKGROUPS_FOR_MATMUL"),we=pe>0?pe:s.thresholdToIncreaseWorkgroups,Se=H*Math.ceil(d/32)*Math.ceil(m/32);Se<=we||d<=8&&Se<=we*2?H*d*m<=128?G=j.MatMulReduceProgram:H===1&&c>=2e3?G=j.MatMulSplitKProgram:G=j.MatMulSmallOutputSizeProgram:G=j.MatMulPackedProgram}switch(G){case j.MatMulReduceProgram:Y=new Ve(W,e,o,i,u,a);break;case j.MatMulSplitKProgram:{if(M=ke({backend:s,attrs:{shape:W,value:0,dtype:r.dtype}}),Y=new He(W,c,e,o),i||u){M=s.runWebGPUProgram(Y,X,r.dtype,ee,M);let we=new qe(M.shape,i,u,a),Se=null,Pe=[M];i&&Pe.push(i),a&&Pe.push(a),u==="leakyrelu"&&(Se=[{type:"float32",data:[n]}],we.uniforms+=" alpha : f32,");let kt=s.runWebGPUProgram(we,Pe,M.dtype,Se);B.push(M);let Vs=P({inputs:{x:kt},backend:s,attrs:{shape:E}});B.push(kt);for(let Gs of B)s.disposeData(Gs.dataId);return Vs}break}case j.MatMulSmallOutputSizeProgram:Y=new Ge(D,L,W,e,o,i,u,a);break;case j.MatMulPackedProgram:let pe=s.adapterInfo.isIntel();Y=new We(D,W,e,o,i,u,a,pe);break;default:throw new Error(`Unsupported MatMulProgramType ${G}.`)}i&&X.push(i),a&&X.push(a),u==="leakyrelu"&&(ee.push({type:"float32",data:[n]}),Y.uniforms+=" alpha : f32,"),M=s.runWebGPUProgram(Y,X,r.dtype,ee,M);let Ws=P({inputs:{x:M},backend:s,attrs:{shape:E}});B.push(M);for(let pe of B)s.disposeData(pe.dataId);return Ws}function Ua(r){let{inputs:t,backend:e,attrs:o}=r,{a:s,b:i}=t,{transposeA:a,transposeB:n}=o;return le({a:s,b:i,transposeA:a,transposeB:n,backend:e})}var Lo={kernelName:Nt,backendName:"webgpu",kernelFunc:Ua};var Xe=class{constructor(t,e){this.variableNames=["source"],this.workPerThread=1,this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=e,this.rank=e.length,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize,[this.workPerThread,1,1]),this.start=t,this.uniforms=`start : ${_(t.length)}, `,this.shaderKey="slice"}getUserCode(){let t=_(this.rank),e=Ma(this.rank),o;return this.start.length===1?o=this.outputShape.map((i,a)=>"sourceLoc = uniforms.start + coords;"):o=this.outputShape.map((i,a)=>`sourceLoc.${vt[a]} = uniforms.start.${te(a)} + coords.${vt[a]};`),`
      ${S("index")} {
        if (index < uniforms.size) {
          var sourceLoc : ${t};
          let coords = getCoordsFromIndex(index);
          ${o.join(`
`)}
          setOutputAtIndex(index, getSource(${e}));
        }
      }
    `}},vt=["x","y","z","w","u","v"];function Ma(r){if(r===1)return"sourceLoc";if(r<=6)return vt.slice(0,r).map(t=>`sourceLoc.${t}`).join(",");throw Error(`Slicing for rank ${r} is not yet supported`)}function oe(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{begin:i,size:a}=o,[n,u]=ce.parseSliceParams(s,i,a);if(ce.assertParamsValid(s,n,u),e.shouldExecuteOnCPU([s])||s.dtype==="string"){let h=e.tensorMap.get(s.dataId),c=wo(h.values,n,u,s.shape,s.dtype);return e.makeTensorInfo(u,s.dtype,c)}if(g.sizeFromShape(u)===0)return e.makeTensorInfo(u,s.dtype,[]);let l=new Xe(n,u),p=[{type:"int32",data:n}];return e.runWebGPUProgram(l,[s],s.dtype,p)}var _o={kernelName:fr,backendName:"webgpu",kernelFunc:oe};var Oa=r=>{let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{blockShape:i,crops:a}=o;g.assert(s.shape.length<=4,()=>"batchToSpaceND for rank > 4 with a WebGPU backend not implemented yet");let n=i.reduce(($,k)=>$*k),u=w.getReshaped(s.shape,i,n),l=w.getPermuted(u.length,i.length),p=w.getReshapedPermuted(s.shape,i,n),h=w.getSliceBeginCoords(a,i.length),c=w.getSliceSize(p,a,i.length),d=[],m=P({inputs:{x:s},backend:e,attrs:{shape:u}}),f=Ie({inputs:{x:m},backend:e,attrs:{perm:l}}),C=P({inputs:{x:f},backend:e,attrs:{shape:p}}),v=oe({inputs:{x:C},backend:e,attrs:{begin:h,size:c}});return d.push(m),d.push(f),d.push(C),d.forEach($=>e.disposeData($.dataId)),v},zo={kernelName:Bt,backendName:"webgpu",kernelFunc:Oa};var To=z({opType:I.NOT_EQUAL,dtype:"bool",cpuKernelImpl:fo});function Qe(r){let{inputs:t,backend:e}=r,{input:o}=t,s=e.tensorMap.get(o.dataId);return O({inputs:{x:s.complexTensorInfos.real},backend:e})}function Fo(r,t){let e=new Q(r.shape,x.TO_INT),o=t.runWebGPUProgram(e,[r],"int32");return{dataId:o.dataId,shape:o.shape,dtype:o.dtype}}function $t(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{dtype:i}=o;if(i==="complex64"){if(s.dtype==="complex64")return O({inputs:{x:s},backend:e});let a=zr(s.shape),n=$t({inputs:{x:s},backend:e,attrs:{dtype:"float32"}}),u=fe({inputs:{real:n,imag:a},backend:e});return a.dispose(),e.disposeData(n.dataId),u}if(s.dtype==="complex64"){let a=Qe({inputs:{input:s},backend:e}),n=$t({inputs:{x:a},backend:e,attrs:{dtype:i}});return e.disposeData(a.dataId),n}if(!g.hasEncodingLoss(s.dtype,i)){let a=O({inputs:{x:s},backend:e});return{dataId:a.dataId,shape:a.shape,dtype:i}}if(e.shouldExecuteOnCPU([s])){let a=e.tensorMap.get(s.dataId).values,[n,u,l]=Jr(a,s.shape,s.dtype,i);return e.makeTensorInfo(n,u,l)}if(i==="int32")return Fo(s,e);if(i==="bool"){let a=e.makeTensorInfo([],"bool",g.getTypedArrayFromDType("bool",1)),u=To({inputs:{a:s,b:a},backend:e});return e.disposeData(a.dataId),u}throw new Error(`Error in Cast: failed to cast ${s.dtype} to ${i}`)}var Uo={kernelName:Lt,backendName:"webgpu",kernelFunc:$t};var je=class{constructor(t){this.variableNames=["A"],this.uniforms="minVal : f32, maxVal : f32,",this.workPerThread=4,this.workgroupSize=[64,1,1],this.outputComponent=4,this.size=!0,this.outputShape=t,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize,[this.workPerThread,1,1]),this.shaderKey="clipVec4"}getUserCode(){return`
      ${S("index")} {
        if(index < uniforms.size) {
          let value = getAByOutputIndex(index);
          var clampedValue = clamp(
              value, vec4<f32>(uniforms.minVal), vec4<f32>(uniforms.maxVal));
          clampedValue = select(clampedValue, value, isnanVec4(value));
          setOutputAtIndex(index, clampedValue);
        }
      }
    `}};var Ye=class{constructor(t){this.variableNames=["A"],this.uniforms="minVal : f32, maxVal : f32,",this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=t,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.shaderKey="clip"}getUserCode(){return`
      ${S("index")} {
        if(index < uniforms.size) {
          let value = getAByOutputIndex(index);
          if (isnan(value)) {
            setOutputAtIndex(index, value);
            return;
          }
          setOutputAtIndex(index, clamp(value, uniforms.minVal, uniforms.maxVal));
        }
      }
    `}};function Wa(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{clipValueMin:i,clipValueMax:a}=o,n,u=[{type:"float32",data:[i]},{type:"float32",data:[a]}];return g.sizeFromShape(s.shape)%4===0?n=new je(s.shape):n=new Ye(s.shape),e.runWebGPUProgram(n,[s],s.dtype,u)}var Mo={kernelName:_t,backendName:"webgpu",kernelFunc:Wa};var Ze=class{constructor(t){this.uniforms="",this.workPerThread=1,this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=w.computeOutShape(t,1),this.variableNames=t.map((e,o)=>`T${o}`),this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize,[this.workPerThread,1,1]),this.offsetLength=t.length-1;for(let e=0;e<this.offsetLength;e++)this.uniforms+=`offset${e} : i32,`;this.shaderKey="concat"}getUserCode(){let t=[];if(this.offsetLength>0){t.push("if (yC < uniforms.offset0){ setOutputAtCoords(coords.x, coords.y, getT0(yR, yC)); }");for(let i=1;i<this.offsetLength;i++)t.push(`else if (yC < uniforms.offset${[i]}){ setOutputAtCoords(coords.x, coords.y, getT${i}(yR, yC - uniforms.offset${i-1})); }`);let o=this.offsetLength,s=this.offsetLength-1;t.push(`else { setOutputAtCoords(coords.x, coords.y, getT${o}(yR, yC - uniforms.offset${s})); }`)}else t.push("setOutputAtCoords(coords.x, coords.y, getT0(yR, yC));");return`
      ${S("index")} {
        for(var i = 0; i < ${this.workPerThread}; i = i + 1) {
          let flatIndex = index * ${this.workPerThread} + i;
          if(flatIndex < uniforms.size) {
            let coords = getCoordsFromIndex(flatIndex);
            let yR = coords.x;
            let yC = coords.y;

            ${t.join(`
        `)}
          }
        }
      }
    `}};function Oo(r){let{inputs:t,backend:e}=r,{input:o}=t,s=e.tensorMap.get(o.dataId);return O({inputs:{x:s.complexTensorInfos.imag},backend:e})}function ge(r,t,e){let o=r[0].dtype;if(o==="complex64"){let m=r.map(k=>Qe({inputs:{input:k},backend:e})),f=r.map(k=>Oo({inputs:{input:k},backend:e})),C=ge(m,t,e),v=ge(f,t,e),$=fe({inputs:{real:C,imag:v},backend:e});return m.forEach(k=>e.disposeData(k.dataId)),f.forEach(k=>e.disposeData(k.dataId)),e.disposeData(C.dataId),e.disposeData(v.dataId),$}let s=e.shouldExecuteOnCPU(r);if(o==="string"&&(s=!0),s){let m=r.map(D=>{let T=[-1,g.sizeFromShape(D.shape.slice(t))];return P({inputs:{x:D},backend:e,attrs:{shape:T}})}),f=m.map(D=>({vals:e.readSync(D.dataId),shape:D.shape})),C=w.computeOutShape(m.map(D=>D.shape),1),v=m[0].shape[0]===1,$=eo(f,C,o,v),k=w.computeOutShape(r.map(D=>D.shape),t),E=e.makeTensorInfo(k,o,$);return m.forEach(D=>e.disposeData(D.dataId)),E}let i=e.device.limits.maxStorageBuffersPerShaderStage-1;if(r.length>i){let m=[];for(let C=0;C<r.length;C+=i){let v=r.slice(C,C+i);m.push(ge(v,t,e))}let f=ge(m,t,e);for(let C of m)e.disposeData(C.dataId);return f}let{tensors2D:a,outShape:n}=Va(r,t,e),u=a.map(m=>m.shape),l=new Ze(u),p=[],h=new Array(u.length-1);if(h.length>0){h[0]=u[0][1],p.push({type:"int32",data:[h[0]]});for(let m=1;m<h.length;m++)h[m]=h[m-1]+u[m][1],p.push({type:"int32",data:[h[m]]})}let c=e.runWebGPUProgram(l,a,a[0].dtype,p);a.forEach(m=>e.disposeData(m.dataId));let d=P({inputs:{x:c},backend:e,attrs:{shape:n}});return e.disposeData(c.dataId),d}function Va(r,t,e){let o=w.computeOutShape(r.map(i=>i.shape),t);return{tensors2D:r.map(i=>P({inputs:{x:i},backend:e,attrs:{shape:[g.sizeFromShape(i.shape.slice(0,t)),g.sizeFromShape(i.shape.slice(t))]}})),outShape:o}}function It(r){let{inputs:t,backend:e,attrs:o}=r,{axis:s}=o,i=g.parseAxisParam(s,t[0].shape)[0],a=t.map(l=>l.shape);w.assertParamsConsistent(a,i);let n=w.computeOutShape(t.map(l=>l.shape),i);if(g.sizeFromShape(n)===0)return e.makeTensorInfo(n,t[0].dtype,[]);let u=t.filter(l=>g.sizeFromShape(l.shape)>0);return u.length===1?O({inputs:{x:u[0]},backend:e}):ge(u,i,e)}var Wo={kernelName:zt,backendName:"webgpu",kernelFunc:It};function Ga(r,t,e,o,s=!1,i=null,a=!1,n=4,u=4,l=4){let p=B=>{switch(B){case 1:return"resData = f32(x[xIndex]);";case 3:return"resData = vec3<f32>(x[xIndex], x[xIndex + 1], x[xIndex + 2]);";case 4:return"resData = vec4<f32>(x[xIndex / 4]);";default:throw new Error(`innerElementSize ${B} is not supported.`)}},h=B=>{switch(B){case 1:return"return f32(W[row * uniforms.wShape[3] + col]);";case 4:return"return vec4<f32>(W[(row * uniforms.wShape[3] + col) / 4]);";default:throw new Error(`innerElementSize ${B} is not supported.`)}},c=r?`
      let coord = vec4<i32>(batch, xRow, xCol, xCh);
      `:`
      let coord = vec4<i32>(batch, xCh, xRow, xCol);
      `,d=r?`
      let coords = vec4<i32>(
        batch,
        row / outWidth,
        row % outWidth,
        col);
      `:`
      let coords = vec4<i32>(
        batch,
        row,
        col / outWidth,
        col % outWidth);
      `,m=r?"uniforms.xShape[1]":"uniforms.xShape[2]",f=r?"uniforms.xShape[2]":"uniforms.xShape[3]",C=r?"row":"col",v=r?"col":"row",$=`
      let inChannels = uniforms.wShape[2];
      let outWidth = ${r?"uniforms.outShape[2]":"uniforms.outShape[3]"};
      let outRow = ${C} / outWidth;
      let outCol = ${C} % outWidth;

      let WRow = ${v} / (uniforms.filterDims[1] * inChannels);
      let WCol = ${v} / inChannels % uniforms.filterDims[1];
      let xRow = outRow * uniforms.strides[0] + uniforms.dilations[0] * WRow - uniforms.pads[0];
      let xCol = outCol * uniforms.strides[1] + uniforms.dilations[1] * WCol - uniforms.pads[1];
      let xCh = ${v} % inChannels;
      var resData = ${A(n)}(0.0);
      // The bounds checking is always needed since we use it to pad zero for
      // the 'same' padding type.
      if (xRow >= 0 && xRow < ${m} && xCol >= 0 && xCol < ${f}) {
        ${c}
        let xIndex = getIndexFromCoords4D(coord, uniforms.xShape);
        ${p(n)}
      }
      return resData;`,k=r?t&&o?`
      ${$}`:`
      if (row < uniforms.dimAOuter && col < uniforms.dimInner) {
        ${$}
      }
      return ${A(n)}(0.0);`:o&&e?`
      ${$}`:`
      if (row < uniforms.dimInner && col < uniforms.dimBOuter) {
        ${$}
      }
      return ${A(n)}(0.0);`,E=`${h(u)}`,D=A(l),L=r?A(n):A(u),T=r?A(u):A(n);return`
      ${V(i,a,l===4,4)}
      fn mm_readA(batch: i32, row : i32, col : i32) -> ${L} {
        ${r?k:E}
      }

      fn mm_readB(batch: i32, row : i32, col : i32) -> ${T} {
        ${r?E:k}
      }

      fn mm_write(batch: i32, row : i32, col : i32, valueIn : ${D}) {
        if (row < uniforms.dimAOuter && col < uniforms.dimBOuter)
        {
        var value = valueIn;
        let outWidth = ${r?"uniforms.outShape[2]":"uniforms.outShape[3]"};
        ${d}
        ${q(s,i)}
        setOutputAtCoords(coords[0], coords[1], coords[2], coords[3], value);
        }
      }`}var Je=class{constructor(t,e,o,s,i=!1,a=null,n=!1,u=!1){this.variableNames=["x","W"],this.uniforms="filterDims : vec2<i32>, pads : vec2<i32>, strides : vec2<i32>, dilations : vec2<i32>, dimAOuter : i32, dimBOuter : i32, dimInner : i32,",this.outputShape=t.outShape,this.isChannelsLast=t.dataFormat==="channelsLast",this.isVec4=((t.inChannels%4===0||t.inChannels%3===0)&&this.isChannelsLast||t.outWidth%4===0&&!this.isChannelsLast)&&t.outChannels%4===0,this.dispatchLayout=this.isChannelsLast?{x:[3],y:[1,2],z:[0]}:{x:[2,3],y:[1],z:[0]},this.workgroupSize=Be(this.dispatchLayout,this.outputShape,this.isVec4),this.elementsPerThread=Le(this.dispatchLayout,this.outputShape,this.isVec4),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize,this.elementsPerThread),this.isVec4?(this.outputComponent=4,this.isChannelsLast&&t.inChannels%4!==0?(this.innerElementSize=3,this.variableComponents=[1,4]):(this.innerElementSize=4,this.variableComponents=[4,4]),i&&(this.variableNames.push("bias"),this.variableComponents.push(4)),n&&(this.variableNames.push("preluActivationWeights"),this.variableComponents.push(4))):(this.innerElementSize=this.elementsPerThread[0],i&&this.variableNames.push("bias"),n&&this.variableNames.push("preluActivationWeights")),this.sequentialAccessByThreads=u,this.addBias=i,this.activation=a,this.hasPreluActivationWeights=n,this.tileAOuter=this.workgroupSize[1]*this.elementsPerThread[1],this.tileBOuter=this.workgroupSize[0]*this.elementsPerThread[0],this.tileInner=Math.max(this.workgroupSize[0]*this.innerElementSize,this.workgroupSize[1]),this.fitAOuter=e%this.tileAOuter===0,this.fitBOuter=o%this.tileBOuter===0,this.fitInner=s%this.tileInner===0,this.shaderKey=`conv2DMM_${this.elementsPerThread}_${this.activation}}_${this.fitAOuter}_${this.fitBOuter}_${this.fitInner}_${this.isVec4}_${this.innerElementSize}_${this.isChannelsLast}_${this.sequentialAccessByThreads}`}getUserCode(){let t=this.isVec4?ne(this.elementsPerThread,this.workgroupSize,!this.isChannelsLast,this.tileInner):ue(this.elementsPerThread,this.workgroupSize,!this.isChannelsLast,this.tileInner,!1,null,this.sequentialAccessByThreads),e=this.isVec4?[this.innerElementSize,4,4]:[1,1,1];return`
    ${Ga(this.isChannelsLast,this.fitAOuter,this.fitBOuter,this.fitInner,this.addBias,this.activation,this.hasPreluActivationWeights,e[0],e[1],e[2])}
    ${t}
  `}};var et=class{constructor(t,e=!1,o=null,s=!1){this.variableNames=["x","W"],this.uniforms="filterDims: vec2<i32>, pads: vec2<i32>, strides: vec2<i32>, dilations: vec2<i32>,",this.workgroupSize=[4,4,8],this.outputShape=t.outShape,this.isChannelsLast=t.dataFormat==="channelsLast",this.dispatchLayout=this.isChannelsLast?{x:[2],y:[1],z:[0,3]}:{x:[3],y:[2],z:[0,1]},this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.addBias=e,this.activation=o,this.hasPreluActivationWeights=s,e&&this.variableNames.push("bias"),s&&this.variableNames.push("preluActivationWeights"),this.shaderKey=`conv2dnaive_${this.activation}_${this.isChannelsLast}`}getUserCode(){return`
       ${V(this.activation,this.hasPreluActivationWeights,!1,4)}
       fn readInp(batch : i32, row : i32, col : i32, chan : i32) -> f32{
         let coords = vec4<i32>(batch, row, col, chan);
         if (coordsInBounds4D(coords, uniforms.xShape)) {
           return  getX(batch, row, col, chan);
         } else {
          return 0.0;
         }
       }
       fn readFilt(row : i32, col : i32, xChannel : i32, outChannel : i32) -> f32{
         let coords = vec4<i32>(row, col, xChannel, outChannel);
         if(coordsInBounds4D(coords, uniforms.wShape)) {
           return getW(row, col, xChannel, outChannel);
          } else {
            return 0.0;
          }
       }
       fn writeResult(batch : i32, row : i32, col : i32, chan : i32, valueIn : f32) {
         let coords = ${this.isChannelsLast?"vec4<i32>(batch, row, col, chan);":"vec4<i32>(batch, chan, row, col);"}
         if (coordsInBounds4D(coords, uniforms.outShape)) {
           var value = valueIn;
           ${q(this.addBias,this.activation)}
           setOutputAtCoords(coords.x, coords.y, coords.z, coords.w, value);
         }
       }
       ${S("index")} {
         let coords = getOutputCoords();
         let batch = coords[0];
         let outChannel = ${this.isChannelsLast?"coords[3];":"coords[1];"}
         let outRow = ${this.isChannelsLast?"coords[1];":"coords[2];"}
         let outCol = ${this.isChannelsLast?"coords[2];":"coords[3];"}
         var acc : f32 = 0.0;
         for (var row = 0; row < uniforms.filterDims[0]; row = row + 1) {
           for (var col = 0; col < uniforms.filterDims[1]; col = col + 1) {
             let xRow = outRow * uniforms.strides[0] + uniforms.dilations[0] * row - uniforms.pads[0];
             let xCol = outCol * uniforms.strides[1] + uniforms.dilations[1] * col - uniforms.pads[1];
             for (var xChannel = 0; xChannel < ${this.isChannelsLast?"uniforms.xShape[3];":"uniforms.xShape[1];"} xChannel = xChannel + 1) {
               ${this.isChannelsLast?"let v = readInp(batch, xRow, xCol, xChannel);":"let v = readInp(batch, xChannel, xRow, xCol);"}
               let f = readFilt(row, col, xChannel, outChannel);
               acc = acc + v * f;
             }
           }
         }
         writeResult(batch, outRow, outCol, outChannel, acc);
       }
     `}};var tt=class{constructor(t,e){this.variableNames=["x"],this.uniforms=`pads : vec2<i32>, strides : vec2<i32>, dilations : vec2<i32>, outWidth : i32, itemsPerBlockRow : i32,
       inChannels : i32,`,this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=t,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.isChannelsLast=e,this.shaderKey=`im2col_${this.isChannelsLast}`}getUserCode(){let t=this.isChannelsLast?1:2,e=this.isChannelsLast?2:3,o=this.isChannelsLast?"coords[1]":"coords[2]",s=this.isChannelsLast?"coords[2]":"coords[1]",i=this.isChannelsLast?"getX(batch, xRow, xCol, ch)":"getX(batch, ch, xRow, xCol)";return`
    ${S("index")} {
      let coords = getCoordsFromIndex(index);
      if(index < uniforms.size) {
        let batch = coords[0];
        let row = ${o};
        let col = ${s};
        let offsetY = (row / uniforms.outWidth) * uniforms.strides[0] - uniforms.pads[0];
        let xRow = offsetY + uniforms.dilations[0] * (col / uniforms.itemsPerBlockRow);
        var value = 0.0;
        if(xRow < uniforms.xShape[${t}] && xRow >= 0) {
          let offsetX = (row % uniforms.outWidth) * uniforms.strides[1] -
              uniforms.pads[1];
          let xCol = offsetX + uniforms.dilations[1] * ((col %
              uniforms.itemsPerBlockRow) / uniforms.inChannels);
          let ch = col % uniforms.inChannels;
          if(xCol < uniforms.xShape[${e}] && xCol >= 0) {
            value = ${i};
          }
        }
        setOutputAtIndex(index, value);
      }
    }
   `}};function rt(r,t){let e=r.length;return e>=3?t?[...r.slice(0,-3),r[e-3]*r[e-2],r[e-1]]:[...r.slice(0,-3),r[e-3],r[e-2]*r[e-1]]:!t&&e===1&&r[0]>1?[r[0],1]:null}function Ha({x:r,filter:t,convInfo:e,backend:o,bias:s=null,preluActivationWeights:i=null,leakyreluAlpha:a=0,activation:n=null}){let u=e.dataFormat==="channelsLast",l=!u,p=!1,h=u&&e.filterHeight===e.inHeight&&e.filterWidth===e.inWidth&&e.padInfo.type==="VALID",c=[],d,m;if(h){let v=e.inHeight*e.inWidth*e.inChannels;d=P({inputs:{x:r},backend:o,attrs:{shape:[1,e.batchSize,v]}}),m=P({inputs:{x:t},backend:o,attrs:{shape:[1,v,e.outChannels]}})}else d=P({inputs:{x:r},backend:o,attrs:{shape:u?[e.batchSize,e.inHeight*e.inWidth,e.inChannels]:[e.batchSize,e.inChannels,e.inHeight*e.inWidth]}}),m=P({inputs:{x:t},backend:o,attrs:{shape:[1,e.inChannels,e.outChannels]}});if(c.push(d),c.push(m),i!=null){let v=rt(i.shape,u);v!=null&&(i=P({inputs:{x:i},backend:o,attrs:{shape:v}}),c.push(i))}if(s!=null){let v=rt(s.shape,u);v!=null&&(s=P({inputs:{x:s},backend:o,attrs:{shape:v}}),c.push(s))}let f=le({a:u?d:m,b:u?m:d,transposeA:l,transposeB:p,backend:o,bias:s,activation:n,preluActivationWeights:i,leakyreluAlpha:a}),C=P({inputs:{x:f},backend:o,attrs:{shape:e.outShape}});c.push(f);for(let v of c)o.disposeData(v.dataId);return C}function qa({x:r,filter:t,convInfo:e,backend:o,bias:s=null,preluActivationWeights:i=null,leakyreluAlpha:a=0,activation:n=null}){let{filterWidth:u,filterHeight:l,inChannels:p,strideWidth:h,strideHeight:c,padInfo:d,outWidth:m,outHeight:f,dilationWidth:C,dilationHeight:v,dataFormat:$}=e,k=$==="channelsLast",E=u*l*p,D=f*m,L=k?[e.batchSize,D,E]:[e.batchSize,E,D],T=new tt(L,k),F=[{type:"int32",data:[d.top,d.left]},{type:"int32",data:[c,h]},{type:"int32",data:[v,C]},{type:"int32",data:[m]},{type:"int32",data:[p*u]},{type:"int32",data:[p]}],B=o.runWebGPUProgram(T,[r],r.dtype,F),H=[];H.push(B);let X=P({inputs:{x:t},backend:o,attrs:{shape:[1,E,-1]}});if(H.push(X),i!=null){let G=rt(i.shape,k);G!=null&&(i=P({inputs:{x:i},backend:o,attrs:{shape:G}}),H.push(i))}if(s!=null){let G=rt(s.shape,k);G!=null&&(s=P({inputs:{x:s},backend:o,attrs:{shape:G}}),H.push(s))}let M=le({a:k?B:X,b:k?X:B,transposeA:!k,transposeB:!1,backend:o,bias:s,activation:n,preluActivationWeights:i,leakyreluAlpha:a}),W=P({inputs:{x:M},backend:o,attrs:{shape:e.outShape}});H.push(M);for(let G of H)o.disposeData(G.dataId);return W}function ot({x:r,filter:t,convInfo:e,backend:o,bias:s=null,preluActivationWeights:i=null,leakyreluAlpha:a=0,activation:n=null}){let u=s!=null,l=i!=null,p=e.dataFormat==="channelsLast",h=p&&e.filterHeight===e.inHeight&&e.filterWidth===e.inWidth&&e.padInfo.type==="VALID",c=U().getBool("WEBGPU_USE_NAIVE_CONV2D_DEBUG");if(!c&&(h||e.filterHeight===1&&e.filterWidth===1&&e.dilationHeight===1&&e.dilationWidth===1&&e.strideHeight===1&&e.strideWidth===1&&(e.padInfo.type==="SAME"||e.padInfo.type==="VALID")))return Ha({x:r,filter:t,convInfo:e,backend:o,bias:s,activation:n,preluActivationWeights:i,leakyreluAlpha:a});let d=U().getNumber("WEBGPU_THRESHOLD_TO_INCREASE_WORKGROUPS_FOR_MATMUL"),m=d>-1?d:o.thresholdToIncreaseWorkgroups,f=e.batchSize*Math.ceil(e.outHeight*e.outWidth/32)*Math.ceil(e.outChannels/32);if(U().getBool("WEBGPU_CONV_SEPARATE_IM2COL_SHADER")||f<=m)return qa({x:r,filter:t,convInfo:e,backend:o,bias:s,preluActivationWeights:i,leakyreluAlpha:a,activation:n});let C,v=[e.padInfo.top,e.padInfo.left],$=[{type:"int32",data:[e.filterHeight,e.filterWidth]},{type:"int32",data:[...v]},{type:"int32",data:[e.strideHeight,e.strideWidth]},{type:"int32",data:[e.dilationHeight,e.dilationWidth]}];if(c)C=new et(e,u,n,l);else{let L=p?e.outHeight*e.outWidth:e.outChannels,T=p?e.outChannels:e.outHeight*e.outWidth,F=e.filterHeight*e.filterWidth*e.inChannels;$.push({type:"int32",data:[L]},{type:"int32",data:[T]},{type:"int32",data:[F]});let B=o.adapterInfo.isIntel();C=new Je(e,L,T,F,u,n,l,B)}let k=[],E=[r,t];u&&(!p&&s.shape.length===1&&(s=P({inputs:{x:s},backend:o,attrs:{shape:[s.shape[0],1,1]}}),k.push(s)),E.push(s)),l&&(!p&&i.shape.length===1&&(i=P({inputs:{x:i},backend:o,attrs:{shape:[i.shape[0],1,1]}}),k.push(i)),E.push(i)),n==="leakyrelu"&&($.push({type:"float32",data:[a]}),C.uniforms+=" alpha : f32,");let D=o.runWebGPUProgram(C,E,r.dtype,$);for(let L of k)o.disposeData(L.dataId);return D}function Ka(r){let{inputs:t,attrs:e,backend:o}=r,{x:s,filter:i}=t,{strides:a,pad:n,dataFormat:u,dilations:l,dimRoundingMode:p}=e,h=w.convertConv2DDataFormat(u),c=w.computeConv2DInfo(s.shape,i.shape,a,l,n,p,!1,h);return ot({x:s,filter:i,convInfo:c,backend:o})}var Vo={kernelName:Tt,backendName:"webgpu",kernelFunc:Ka};function Xa(r=4){let t=i=>{switch(i){case 1:return"return W[getIndexFromCoords4D(coord, uniforms.wShape)];";case 4:return`
            let coord1 = vec4<i32>(coordX, coordY, col + 1, rowInner);
            let coord2 = vec4<i32>(coordX, coordY, col + 2, rowInner);
            let coord3 = vec4<i32>(coordX, coordY, col + 3, rowInner);
            let v0 = W[getIndexFromCoords4D(coord, uniforms.wShape)];
            let v1 = W[getIndexFromCoords4D(coord1, uniforms.wShape)];
            let v2 = W[getIndexFromCoords4D(coord2, uniforms.wShape)];
            let v3 = W[getIndexFromCoords4D(coord3, uniforms.wShape)];
            return vec4<f32>(v0, v1, v2, v3);
            `;default:throw new Error(`innerElementSize ${i} is not supported.`)}},o=`if (row < uniforms.dimAOuter && col < uniforms.dimInner) {
        ${`
      let outRow = row / uniforms.outShape[2];
      let outCol = row % uniforms.outShape[2];

      let WRow = col / (uniforms.filterDims[1] * uniforms.outBackprop[3]);
      let WCol = col / uniforms.outBackprop[3] % uniforms.filterDims[1];
      let xR = f32(outRow - uniforms.pads[0] + WRow) / f32(uniforms.strides[0]);
      let xC = f32(outCol - uniforms.pads[1] + WCol) / f32(uniforms.strides[1]);
      if (xR < 0.0 || xR >= f32(uniforms.outBackprop[1]) || fract(xR) > 0.0) {
        return ${A(r)}(0.0);
      }
      if (xC < 0.0 || xC >= f32(uniforms.outBackprop[2]) || fract(xC) > 0.0) {
        return ${A(r)}(0.0);
      }
      let coord = vec4<i32>(
          batch,
          i32(xR),
          i32(xC),
          col % uniforms.outBackprop[3]);
      return x[getIndexFromCoords4D(coord, uniforms.xShape)/${r}];`}
      }
      return ${A(r)}(0.0);`;return`
  fn mm_readA(batch: i32, row : i32, col : i32) -> ${A(r)} {
    ${o}
  }

  fn mm_readB(batch: i32, row : i32, col : i32) -> ${A(r)} {
    let coordX = uniforms.filterDims.x - 1 -
        row / (uniforms.filterDims[1] * uniforms.outBackprop[3]);
    let coordY = uniforms.filterDims.y - 1 -
        (row / uniforms.outBackprop[3]) % uniforms.filterDims[1];
    if (row < uniforms.dimInner && col < uniforms.dimBOuter &&
        coordX >= 0 && coordY >= 0) {
      let rowInner = row % uniforms.outBackprop[3];
      let coord = vec4<i32>(coordX, coordY, col, rowInner);
      ${t(r)}
    }
    return ${A(r)}(0.0);
  }

  fn mm_write(batch: i32, row : i32, col : i32, valueInput : ${A(r)}) {
    if (row < uniforms.dimAOuter && col < uniforms.dimBOuter) {
      var value = valueInput;
      let outCoord = vec4<i32>(
          batch,
          row / uniforms.outShape[2],
          row % uniforms.outShape[2],
          col);
      result[getIndexFromCoords4D(outCoord, uniforms.outShape)/${r}] = value;
    }
  }`}var st=class{constructor(t){this.variableNames=["x","W"],this.uniforms="filterDims : vec2<i32>, pads : vec2<i32>, strides : vec2<i32>, outBackprop : vec4<i32>, dimAOuter : i32, dimBOuter : i32, dimInner : i32,",this.outputShape=t.inShape,g.assert(t.dataFormat==="channelsLast",()=>"TODO: NCHW is unimplemented"),this.isVec4=t.inChannels%4===0&&t.outChannels%4===0,this.dispatchLayout={x:[3],y:[1,2],z:[0]},this.workgroupSize=Be(this.dispatchLayout,this.outputShape,this.isVec4),this.elementsPerThread=Le(this.dispatchLayout,this.outputShape,this.isVec4),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize,this.elementsPerThread),this.isVec4&&(this.outputComponent=4,this.variableComponents=[4,1]),this.shaderKey=`conv2DDerInputMM_${this.isVec4}_${this.elementsPerThread}`}getUserCode(){let t=this.isVec4?ne(this.elementsPerThread,this.workgroupSize):ue(this.elementsPerThread,this.workgroupSize);return`
    ${Xa(this.isVec4?4:1)}
    ${t}
    `}};var it=class{constructor(t){this.variableNames=["dy","W"],this.uniforms="filterDims : vec2<i32>, pads : vec2<i32>, strides : vec2<i32>, outBackprop : vec4<i32>,",this.workgroupSize=[64,1,1],this.size=!1,this.isVec4=!1,this.workPerThread=1,this.outputShape=t.inShape,this.isChannelsLast=t.dataFormat==="channelsLast",this.isVec4=this.isChannelsLast&&t.outChannels%4===0&&t.inChannels%4===0,this.isVec4?(this.workPerThread=2,this.outputComponent=4,this.workgroupSize=[4,4,4],this.dispatchLayout={x:[3],y:[2],z:[0,1]},this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize,[4,this.workPerThread,1])):(this.size=!0,this.workPerThread=1,this.workgroupSize=[64,1,1],this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize)),this.shaderKey=`conv2DDerInput_${this.isChannelsLast}_${this.isVec4}_${this.workPerThread}`}getUserCode(){let t=this.isChannelsLast?1:2,e=this.isChannelsLast?2:3,o=this.isChannelsLast?3:1,s=`
    ${S()} {
      let batch = i32(globalId.z) / uniforms.outShape[1];
      let r = i32(globalId.z) % uniforms.outShape[1];
      let c = i32(globalId.y) * ${this.workPerThread};
      let d1 = i32(globalId.x) * 4;

      let dyCorner = vec2<i32>(r, c) - uniforms.pads;

      // Convolve dy(?, ?, d2) with w(:, :, d1, d2) to compute dx(xR, xC, d1).
      // ? = to be determined. : = across all values in that axis.
      var dotProd: array<vec4<f32>, ${this.workPerThread}>;
      for (var i = 0; i < ${this.workPerThread}; i++) {
        dotProd[i] = vec4<f32>(0.0);
      }
      for (var wR = 0; wR < uniforms.filterDims.x; wR = wR + 1) {
        let dyR = f32(dyCorner.x + wR) / f32(uniforms.strides.x);
        let wRPerm = uniforms.filterDims.x - 1 - wR;
        if (dyR < 0.0 || dyR >= f32(uniforms.outBackprop[1]) ||
            fract(dyR) > 0.0) {
          continue;
        }
        let idyR = i32(dyR);

        for (var wC = 0; wC < uniforms.filterDims.y; wC = wC + 1) {
          let dyC = f32(dyCorner.y + wC) / f32(uniforms.strides.y);
          let dyC2 = f32(dyCorner.y + 1 + wC) / f32(uniforms.strides.y);
          let wCPerm = uniforms.filterDims.y - 1 - wC;
          var bDyCVal = true;
          var bDyCVal2 = true;
          if (dyC < 0.0 || dyC >= f32(uniforms.outBackprop[2]) ||
              fract(dyC) > 0.0) {
            bDyCVal = false;
          }
          if (dyC2 < 0.0 || dyC2 >= f32(uniforms.outBackprop[2]) ||
              fract(dyC2) > 0.0) {
            bDyCVal2 = false;
          }

          let idyC = i32(dyC);
          let idyC2 = i32(dyC2);
          if (bDyCVal && bDyCVal2) {
            let d2Length = uniforms.outBackprop[3];
            for (var d2 = 0; d2 < d2Length; d2 = d2 + 4) {
              let wValue0 = getW(wRPerm, wCPerm, d1, d2);
              let wValue1 = getW(wRPerm, wCPerm, d1 + 1, d2);
              let wValue2 = getW(wRPerm, wCPerm, d1 + 2, d2);
              let wValue3 = getW(wRPerm, wCPerm, d1 + 3, d2);
              var xValue =  getDy(batch, idyR, idyC, d2);
              let tmpval = vec4<f32>(dot(xValue, wValue0),
                                     dot(xValue, wValue1),
                                     dot(xValue, wValue2),
                                     dot(xValue, wValue3));
              dotProd[0] = dotProd[0] + tmpval;
              xValue = getDy(batch, idyR, idyC2, d2);
              dotProd[1] = dotProd[1] + vec4<f32>(dot(xValue, wValue0),
                                                  dot(xValue, wValue1),
                                                  dot(xValue, wValue2),
                                                  dot(xValue, wValue3));
            }
          } else if (bDyCVal) {
            let d2Length = uniforms.outBackprop[3];
            for (var d2 = 0; d2 < d2Length; d2 = d2 + 4) {
              let wValue0 = getW(wRPerm, wCPerm, d1, d2);
              let wValue1 = getW(wRPerm, wCPerm, d1 + 1, d2);
              let wValue2 = getW(wRPerm, wCPerm, d1 + 2, d2);
              let wValue3 = getW(wRPerm, wCPerm, d1 + 3, d2);
              var xValue =  getDy(batch, idyR, idyC, d2);
              let tmpval = vec4<f32>(dot(xValue, wValue0),
                                     dot(xValue, wValue1),
                                     dot(xValue, wValue2),
                                     dot(xValue, wValue3));
              dotProd[0] = dotProd[0] + tmpval;
            }
          } else if (bDyCVal2) {
            let d2Length = uniforms.outBackprop[3];
            for (var d2 = 0; d2 < d2Length; d2 = d2 + 4) {
              let wValue0 = getW(wRPerm, wCPerm, d1, d2);
              let wValue1 = getW(wRPerm, wCPerm, d1 + 1, d2);
              let wValue2 = getW(wRPerm, wCPerm, d1 + 2, d2);
              let wValue3 = getW(wRPerm, wCPerm, d1 + 3, d2);
              var xValue =  getDy(batch, idyR, idyC2, d2);
              let tmpval = vec4<f32>(dot(xValue, wValue0),
                                     dot(xValue, wValue1),
                                     dot(xValue, wValue2),
                                     dot(xValue, wValue3));
              dotProd[1] = dotProd[1] + tmpval;
            }
          }
        }
      }

      for (var i = 0; i < ${this.workPerThread}; i = i + 1) {
        let coords = vec4<i32>(batch, r, c + i, d1);
        if (coordsInBounds4D(coords, uniforms.outShape)) {
          setOutputAtCoords(coords[0], coords[1], coords[2], coords[3], dotProd[i]);
        }
      }
    }
    `;return this.isVec4?`
    ${s}
    `:`
    ${S("index")} {
      if(index < uniforms.size) {
        let coords = getCoordsFromIndex(index);
        let batch = coords[0];
        let d1 = coords[${o}];

        let dyCorner = vec2<i32>(coords[${t}], coords[${e}]) - uniforms.pads;
        let dyRCorner = dyCorner.x;
        let dyCCorner = dyCorner.y;

        // Convolve dy(?, ?, d2) with w(:, :, d1, d2) to compute dx(xR, xC, d1).
        // ? = to be determined. : = across all values in that axis.
        var dotProd = 0.0;
        for (var wR = 0; wR < uniforms.filterDims.x; wR = wR + 1) {
          let dyR = (f32(dyRCorner) + f32(wR)) / f32(uniforms.strides.x);
          let wRPerm = uniforms.filterDims.x - 1 - wR;
          if (dyR < 0.0 || dyR >= f32(uniforms.outBackprop[1]) || fract(dyR) > 0.0 ||
              wRPerm < 0) {
            continue;
          }
          let idyR = i32(dyR);

          for (var wC = 0; wC < uniforms.filterDims.y; wC = wC + 1) {
            let dyC = (f32(dyCCorner) + f32(wC)) / f32(uniforms.strides.y);
            let wCPerm = uniforms.filterDims.y - 1 - wC;
            if (dyC < 0.0 || dyC >= f32(uniforms.outBackprop[2]) ||
                fract(dyC) > 0.0 || wCPerm < 0) {
              continue;
            }
            let idyC = i32(dyC);

            for (var d2 = 0; d2 < uniforms.outBackprop[3]; d2 = d2 + 1) {
              let xValue = ${this.isChannelsLast?"getDy(batch, idyR, idyC, d2)":"getDy(batch, d2, idyR, idyC)"};
              let wValue = getW(wRPerm, wCPerm, d1, d2);
              dotProd = dotProd + xValue * wValue;
            }
          }
        }
        setOutputAtIndex(index, dotProd);
      }
    }
  `}};function Qa(r){let{inputs:t,backend:e,attrs:o}=r,{dy:s,filter:i}=t,{inputShape:a,strides:n,pad:u,dataFormat:l,dimRoundingMode:p}=o,h=w.convertConv2DDataFormat(l),c=w.computeConv2DInfo(a,i.shape,n,1,u,p,!1,h),d=[{type:"int32",data:[c.filterHeight,c.filterWidth]},{type:"int32",data:[c.filterHeight-1-c.padInfo.top,c.filterWidth-1-c.padInfo.left]},{type:"int32",data:[c.strideHeight,c.strideWidth]},{type:"int32",data:[c.batchSize,c.outHeight,c.outWidth,c.outChannels]}],m;if(U().getBool("WEBGPU_USE_NAIVE_CONV2D_TRANSPOSE")||c.dataFormat!=="channelsLast")m=new it(c);else{m=new st(c);let f=c.inHeight*c.inWidth,C=c.inChannels,v=c.filterHeight*c.filterWidth*c.outChannels;d.push({type:"uint32",data:[f]},{type:"uint32",data:[C]},{type:"uint32",data:[v]})}return e.runWebGPUProgram(m,[s,i],"float32",d)}var Go={kernelName:Ft,backendName:"webgpu",kernelFunc:Qa};var at=class{constructor(t,e,o,s=!1,i=null,a=!1){this.variableNames=["x","W"],this.uniforms="pads : vec2<i32>, inDims : vec2<i32>,",this.workgroupSize=[16,16,1],this.outputShape=t,this.dispatchLayout={x:[3],y:[2],z:[0,1]},this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),s&&this.variableNames.push("bias"),a&&this.variableNames.push("preluActivationWeights"),this.addBias=s,this.activation=i,this.hasPreluActivation=a,this.filterHeight=e,this.filterWidth=o,this.shaderKey=`depthwiseNCHW_${this.activation}_${this.filterHeight}_${this.filterWidth}`}getUserCode(){let t=this.filterWidth*this.filterHeight,e=this.workgroupSize[0]*this.workgroupSize[1]*this.workgroupSize[2],o=this.workgroupSize[1]+this.filterHeight-1,s=this.workgroupSize[0]+this.filterWidth-1;return`
      ${V(this.activation,this.hasPreluActivation,!1,4)}

      var<workgroup> mm_Asub : array<array<f32, ${s}>, ${o}>;
      var<workgroup> mm_Bsub : array<array<f32, ${this.filterWidth}>, ${this.filterHeight}>;
      fn readX(batch : i32, channel : i32, row : i32, col : i32) -> f32 {
        var value = 0.0;
        if (row >=0 && row < uniforms.inDims[0] && col >=0 && col < uniforms.inDims[1])
        {
          value = getX(batch, channel, row, col);
        }
        return value;
      }

      ${S()} {
        let coords = getOutputCoords();
        let batch = coords[0];
        let xRCCorner = vec2<i32>(coords.zw) - uniforms.pads;
        let channelMul = uniforms.wShape[3];
        let d1 = coords[1] / channelMul;
        let q = coords[1] % channelMul;

        let inputRowStart = xRCCorner.x;
        let inputColStart = xRCCorner.y;

        let localRow = i32(localId.y);
        let localCol = i32(localId.x);

        // Load one tile of X into local memory.
        for (var inputRow = localRow; inputRow < ${o}; inputRow = inputRow + ${this.workgroupSize[1]}) {
          for (var inputCol = localCol; inputCol < ${s}; inputCol = inputCol + ${this.workgroupSize[0]}) {
            let rowOffset = inputRow - localRow;
            let colOffset = inputCol - localCol;
            mm_Asub[inputRow][inputCol] = readX(batch, d1, inputRowStart + rowOffset, inputColStart + colOffset);
          }
        }

        // Load one tile of W into local memory.
        var wIndex = i32(localIndex);
        ${t<e?`if (wIndex < ${t})`:`for(; wIndex < ${t}; wIndex = wIndex + ${e})`}

        {
          let wRow = wIndex / ${this.filterWidth};
          let wCol = wIndex % ${this.filterWidth};
          mm_Bsub[wRow][wCol] = getW(wRow, wCol, d1, q);
        }

        workgroupBarrier();

        var value = 0.0;
        for (var wR = 0; wR < ${this.filterHeight}; wR = wR + 1) {
          for (var wC = 0; wC < ${this.filterWidth}; wC = wC + 1) {
            let xVal = mm_Asub[localRow + wR][localCol + wC];
            let wVal = mm_Bsub[wR][wC];
            value = fma(xVal, wVal, value);
          }
        }
        ${q(this.addBias,this.activation)}
        if (coordsInBounds4D(coords, uniforms.outShape)) {
          setOutputAtCoords(coords[0], coords[1], coords[2], coords[3], value);
        }
      }
    `}};var Ce=class{constructor(t,e=!1,o=null,s=!1){this.variableNames=["x","W"],this.uniforms="pads : vec2<i32>, inDims : vec2<i32>, virtualWidth : i32,",this.workgroupSize=[64,1,1],this.workPerThread=4,this.outputComponent=4,this.outputShape=t.outShape,this.virtualWidth=Math.ceil(this.outputShape[2]/this.workPerThread)*this.workPerThread;let i=[this.outputShape[0],this.outputShape[1],this.virtualWidth,this.outputShape[3]];this.dispatchLayout=R(i),this.dispatch=y(this.dispatchLayout,i,this.workgroupSize,[this.outputComponent*this.workPerThread,1,1]),g.assert(t.dataFormat==="channelsLast",()=>"TODO: NCHW is unimplemented"),e&&this.variableNames.push("bias"),s&&this.variableNames.push("preluActivationWeights"),this.convInfo=t,this.addBias=e,this.activation=o,this.hasPreluActivation=s,this.shaderKey=`depthwiseVec4_${o}_${this.convInfo.filterHeight}_${this.convInfo.filterWidth}_${this.convInfo.strideHeight}_${this.convInfo.strideWidth}_${this.workPerThread}`}getUserCode(){let t=(this.workPerThread-1)*this.convInfo.strideWidth+this.convInfo.filterWidth,e=this.convInfo.strideHeight,o=this.convInfo.strideWidth;return`
      ${V(this.activation,this.hasPreluActivation,!0,4)}
      fn readX(batch : i32, row : i32, col : i32, channel : i32) -> vec4<f32> {
        var value = vec4<f32>(0.0);
        if (col >=0 && col < uniforms.inDims[1]) {
          value = getX(batch, row, col, channel);
        }
        return value;
      }

      ${S("index")} {
        let width0 = uniforms.outShape[3] / ${this.outputComponent};
        let d1 = (index % width0) * ${this.outputComponent};
        var index1 = index / width0;
        let width1 = uniforms.virtualWidth / ${this.workPerThread};
        let c = (index1 % width1) * ${this.workPerThread};
        index1 = index1 / width1;
        let r = index1 % uniforms.outShape[1];
        let batch = index1 / uniforms.outShape[1];

        let xRCCorner = vec2<i32>(r, c) * vec2<i32>(${e}, ${o}) - uniforms.pads;

        let xRCorner = xRCCorner.x;
        let xCCorner = xRCCorner.y;
        var xVals : array<vec4<f32>, ${t}>;
        var dotProd : array<vec4<f32>, ${this.workPerThread}>;
        for (var i = 0; i < ${this.workPerThread}; i++) {
          dotProd[i] = vec4<f32>(0.0);
        }

        // Use constant instead of uniform can give better performance.
        for (var wR = 0; wR < ${this.convInfo.filterHeight}; wR = wR + 1) {
          let xR = xRCorner + wR;
          if (xR >=0 && xR < uniforms.inDims[0]) {
            for (var i = 0; i < ${t}; i++) {
              xVals[i] = readX(batch, xR, xCCorner + i, d1);
            }
            for (var wC = 0; wC < ${this.convInfo.filterWidth}; wC = wC + 1) {
              let wValue = getW(wR, wC, d1, 0);
              for (var i = 0; i < ${this.workPerThread}; i++) {
                dotProd[i] = fma(xVals[i * ${o} + wC], wValue, dotProd[i]);
              }
            }
          }
        }

        for (var i = 0; i < ${this.workPerThread}; i = i + 1) {
          let coords = vec4<i32>(batch, r, c + i, d1);
          if (coordsInBounds4D(coords, uniforms.outShape)) {
            var value = dotProd[i];
            ${q(this.addBias,this.activation)}
            setOutputAtCoords(coords[0], coords[1], coords[2], coords[3], value);
          }
        }
      }
    `}};var xe=class{constructor(t,e=!1,o=null,s=!1){this.variableNames=["x","W"],this.uniforms=`pads : vec2<i32>, inDims : vec2<i32>, filterHeight : i32,
      filterWidth : i32, strides : vec2<i32>, dilations : vec2<i32>,`,this.workgroupSize=[256,1,1],this.size=!0,this.outputShape=t.outShape,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.isChannelsLast=t.dataFormat==="channelsLast",e&&this.variableNames.push("bias"),s&&this.variableNames.push("preluActivationWeights"),this.convInfo=t,this.addBias=e,this.activation=o,this.hasPreluActivation=s,this.shaderKey=`depthwise_${this.activation}_${this.isChannelsLast}`}getUserCode(){let t=this.isChannelsLast?"getX(batch, xR, xC, d1);":"getX(batch, d1, xR, xC);";return`
      ${V(this.activation,this.hasPreluActivation,!1,4)}

      ${S("index")} {
        if (index < uniforms.size) {
          let coords = getOutputCoords();
          let batch = coords[0];
          let xRCCorner = vec2<i32>(coords.${this.isChannelsLast?"yz":"zw"}) * uniforms.strides - uniforms.pads;
          let d2 = coords[${this.isChannelsLast?3:1}];
          let channelMul = uniforms.wShape[3];
          let d1 = d2 / channelMul;
          let q = d2 % channelMul;

          let inputRowStart = xRCCorner.x;
          let inputColStart = xRCCorner.y;
          let inputRowEnd = inputRowStart + uniforms.filterHeight *
              uniforms.dilations[0];
          let inputColEnd = inputColStart + uniforms.filterWidth *
              uniforms.dilations[1];

          // Convolve x(?, ?, d1)|x(d1, ?, ?) with w(:, :, d1, q) to get
          // y(yR, yC, d2)|y(d2, yR, yC). ? = to be determined. : = across all
          // values in that axis. x(?, ?, d1) and y(yR, yC, d2) is for NHWC.
          // x(d1, ?, ?) and y(d2, yR, yC) is for NCHW.
          var value = 0.0;

          // Extract if checking out of for loop for performance.
          if (inputRowStart >= 0 && inputColStart >= 0 &&
            inputRowEnd < uniforms.inDims[0] &&
                inputColEnd < uniforms.inDims[1]) {
              for (var wR = 0; wR < uniforms.filterHeight; wR = wR + 1) {
                let xR = inputRowStart + wR * uniforms.dilations[0];

                for (var wC = 0; wC < uniforms.filterWidth; wC = wC + 1) {
                  let xC = inputColStart + wC * uniforms.dilations[1];

                  let xVal = ${t};
                  let wVal = getW(wR, wC, d1, q);
                  value = value + xVal * wVal;
                }
              }
            } else {
              for (var wR = 0; wR < uniforms.filterHeight; wR = wR + 1) {
                let xR = inputRowStart + wR * uniforms.dilations[0];

                if (xR < 0 || xR >= uniforms.inDims[0]) {
                  continue;
                }

                for (var wC = 0; wC < uniforms.filterWidth; wC = wC + 1) {
                  let xC = inputColStart + wC * uniforms.dilations[1];

                  if (xC < 0 || xC >= uniforms.inDims[1]) {
                    continue;
                  }

                  let xVal = ${t};
                  let wVal = getW(wR, wC, d1, q);
                  value = value + xVal * wVal;
                }
              }
            }
            ${q(this.addBias,this.activation)}
          setOutputAtCoords(coords[0], coords[1], coords[2], coords[3], value);
        }
      }
    `}};function ja(r){let{inputs:t,backend:e,attrs:o}=r,{x:s,filter:i}=t,{strides:a,pad:n,dataFormat:u,dilations:l,dimRoundingMode:p}=o,h=w.convertConv2DDataFormat(u),c=l;c==null&&(c=[1,1]);let d=w.computeConv2DInfo(s.shape,i.shape,a,c,n,p,!0,h),m=[{type:"int32",data:[d.padInfo.top,d.padInfo.left]},{type:"int32",data:[d.inHeight,d.inWidth]}],f=d.dataFormat==="channelsLast",C;return!f&&d.inHeight>16&&d.inWidth>16&&d.strideHeight===1&&d.strideWidth===1&&d.dilationWidth===1&&d.dilationHeight===1&&d.inChannels===d.outChannels?C=new at(d.outShape,d.filterHeight,d.filterWidth):f&&d.outHeight>4&&d.outWidth>4&&d.strideWidth<=2&&d.inChannels===d.outChannels&&d.dilationHeight===1&&d.dilationWidth===1&&d.inChannels%4===0?(C=new Ce(d),m.push({type:"int32",data:[C.virtualWidth]})):(C=new xe(d),m.push({type:"int32",data:[d.filterHeight]},{type:"int32",data:[d.filterWidth]},{type:"int32",data:[d.strideHeight,d.strideWidth]},{type:"int32",data:[d.dilationHeight,d.dilationWidth]})),e.runWebGPUProgram(C,[s,i],s.dtype,m)}var Ho={kernelName:Ut,backendName:"webgpu",kernelFunc:ja};var Za=N({opType:x.ELU}),qo={kernelName:"Elu",backendName:"webgpu",kernelFunc:Za};var en=N({opType:x.ERF}),Ko={kernelName:"Erf",backendName:"webgpu",kernelFunc:en};var rn=N({opType:x.EXP,cpuKernelImpl:to,dtype:"float32"}),Xo={kernelName:"Exp",backendName:"webgpu",kernelFunc:rn};function nt(r){let{inputs:t,attrs:e,backend:o}=r,{dim:s}=e,{input:i}=t,a=i.shape.length,n=i.shape.slice(),u=s;return s<0&&(g.assert(-(a+1)<=s,()=>`Axis must be in the interval [${-(a+1)}, ${a}]`),u=a+s+1),n.splice(u,0,1),P({inputs:{x:i},backend:o,attrs:{shape:n}})}var Qo={kernelName:Ot,backendName:"webgpu",kernelFunc:nt};var on=N({opType:x.EXPM1,cpuKernelImpl:ro}),jo={kernelName:Wt,backendName:"webgpu",kernelFunc:on};function sn(r){let{inputs:t,backend:e,attrs:o}=r,{x:s,filter:i,bias:a,preluActivationWeights:n}=t,{strides:u,pad:l,dataFormat:p,dilations:h,dimRoundingMode:c,activation:d,leakyreluAlpha:m}=o,f=w.convertConv2DDataFormat(p),C=w.computeConv2DInfo(s.shape,i.shape,u,h,l,c,!1,f);return ot({x:s,filter:i,convInfo:C,backend:e,bias:a,preluActivationWeights:n,leakyreluAlpha:m,activation:d})}var Yo={kernelName:Er,backendName:"webgpu",kernelFunc:sn};function an(r){let{inputs:t,backend:e,attrs:o}=r,{x:s,filter:i,bias:a,preluActivationWeights:n}=t,{strides:u,pad:l,dilations:p,dimRoundingMode:h,activation:c,leakyreluAlpha:d}=o,m=p;m==null&&(m=[1,1]),g.assert(w.eitherStridesOrDilationsAreOne(u,m),()=>`Error in depthwiseConv2d: Either strides or dilations must be 1. Got strides ${u} and dilations '${m}'`);let f=w.computeConv2DInfo(s.shape,i.shape,u,m,l,h,!0),C=[s,i],v=a!=null,$=n!=null;v&&C.push(a),$&&C.push(n);let k=[{type:"int32",data:[f.padInfo.top,f.padInfo.left]},{type:"int32",data:[f.inHeight,f.inWidth]}],E;return f.outHeight>4&&f.outWidth>4&&f.strideWidth<=2&&f.inChannels===f.outChannels&&f.dilationHeight===1&&f.dilationWidth===1&&f.inChannels%4===0?(E=new Ce(f,v,c,$),k.push({type:"int32",data:[E.virtualWidth]})):(E=new xe(f,v,c,$),k.push({type:"int32",data:[f.filterHeight]},{type:"int32",data:[f.filterWidth]},{type:"int32",data:[f.strideHeight,f.strideWidth]},{type:"int32",data:[f.dilationHeight,f.dilationWidth]})),c==="leakyrelu"&&(k.push({type:"float32",data:[d]}),E.uniforms+=" alpha : f32,"),e.runWebGPUProgram(E,C,"float32",k)}var Zo={kernelName:Nr,backendName:"webgpu",kernelFunc:an};var ut=class{constructor(t,e){this.variableNames=["A","indices"],this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=t.slice(),this.aShape=t,this.outputShape=e,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.shaderKey="gather"}getUserCode(){let t=nn(this.aShape);return`
      ${S("index")} {
        if (index < uniforms.size) {
          let resRC = getCoordsFromIndex(index);
          let indexZ = i32(getIndices(resRC.x, resRC.z));
          let inBounds = select(0.0, 1.0, indexZ >= 0 && indexZ < uniforms.aShape[2]);
          setOutputAtIndex(index, inBounds * getA(${t}));
        }
      }
    `}};function nn(r){let t=["resRC.x","resRC.y","resRC.z","resRC.w"],e=[];for(let o=0;o<r.length;o++)o===2?e.push("indexZ"):e.push(`${t[o]}`);return e.join()}function un(r){let{inputs:t,backend:e,attrs:o}=r,{x:s,indices:i}=t,{axis:a,batchDims:n}=o,u=g.parseAxisParam(a,s.shape)[0],l=w.segment_util.collectGatherOpShapeInfo(s,i,u,n),p=g.sizeFromShape(i.shape),h=[],c=P({inputs:{x:s},backend:e,attrs:{shape:[l.batchSize,l.outerSize,l.dimSize,l.sliceSize]}}),d=P({inputs:{x:i},backend:e,attrs:{shape:[l.batchSize,p/l.batchSize]}});h.push(c),h.push(d);let m=[l.batchSize,l.outerSize,p/l.batchSize,l.sliceSize];if(e.shouldExecuteOnCPU([s,i])){let k=e.tensorMap.get(d.dataId).values,E=Z(d.shape,d.dtype,k),L=e.tensorMap.get(c.dataId).values,T=Z(c.shape,c.dtype,L),F=oo(T,E,m);return h.forEach(B=>e.disposeData(B.dataId)),e.makeTensorInfo(l.outputShape,F.dtype,F.values)}let f=new ut(c.shape,m),C=e.runWebGPUProgram(f,[c,d],c.dtype);h.push(C);let v=P({inputs:{x:C},backend:e,attrs:{shape:l.outputShape}});return h.forEach($=>e.disposeData($.dataId)),v}var Jo={kernelName:Gt,backendName:"webgpu",kernelFunc:un};var ln=z({opType:I.GREATER,cpuKernelImpl:io,dtype:"bool"}),es={kernelName:Ht,backendName:"webgpu",kernelFunc:ln};var pn=z({opType:I.GREATER_EQUAL,dtype:"bool",cpuKernelImpl:so}),ts={kernelName:qt,backendName:"webgpu",kernelFunc:pn};function cn(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{alpha:i}=o,a=[{type:"float32",data:[i]}],n=new Q(s.shape,x.LEAKYRELU,"alpha : f32,");return e.runWebGPUProgram(n,[s],"float32",a)}var rs={kernelName:Xt,backendName:"webgpu",kernelFunc:cn};var dn=z({opType:I.LESS,dtype:"bool",cpuKernelImpl:no}),os={kernelName:Qt,backendName:"webgpu",kernelFunc:dn};var hn=z({opType:I.LESS_EQUAL,dtype:"bool",cpuKernelImpl:ao}),ss={kernelName:jt,backendName:"webgpu",kernelFunc:hn};var fn=N({opType:x.LOG,cpuKernelImpl:uo}),is={kernelName:"Log",backendName:"webgpu",kernelFunc:fn};function gn(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{filterSize:i,strides:a,pad:n,dimRoundingMode:u}=o,p=w.computePool2DInfo(s.shape,i,a,1,n,u);return Oe(s,p,"max",e)}var as={kernelName:Zt,backendName:"webgpu",kernelFunc:gn};var Cn=z({opType:I.MAX,cpuKernelImpl:po}),ns={kernelName:Yt,backendName:"webgpu",kernelFunc:Cn};function wn(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{axis:i,keepDims:a}=o;return J(s,i,a,"min",e)}var us={kernelName:"Min",backendName:"webgpu",kernelFunc:wn};var Sn=z({opType:I.MIN,cpuKernelImpl:co}),ls={kernelName:er,backendName:"webgpu",kernelFunc:Sn};var lt=class{constructor(t,e,o){this.uniforms="",this.variableNames=["x"],this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=e.map((s,i)=>s[0]+t[i]+s[1]),this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.xShape=t,e.map((s,i)=>{this.uniforms+=` pad${i} : vec2<i32>,`}),this.offset=o==="reflect"?0:1,this.shaderKey=`mirrorPad_${o}`}getUserCode(){let t=this.xShape.length,e=this.xShape.map((l,p)=>`uniforms.pad${p}[0]`).join(","),o=this.xShape.map((l,p)=>`uniforms.pad${p}[0] + uniforms.xShape${t>1?`[${p}]`:""}`).join(","),s=t===1?"start":"start[i]",i=t===1?"end":"end[i]",a=t===1?"outC":"outC[i]",n=_(t),u=t>1?["coords[0]","coords[1]","coords[2]","coords[3]"].slice(0,t):"coords";return`
      ${S("index")} {
        if (index < uniforms.size) {
          let start = ${n}(${e});
          let end = ${n}(${o});
          var outC = getCoordsFromIndex(index);
          for (var i = 0; i < ${t}; i = i + 1) {
            if (${a} < ${s}) {
              ${a} = ${s} * 2 - ${a} - ${this.offset};
            } else if(${a} >= ${i}) {
              ${a} = (${i} - 1) * 2 - ${a} + ${this.offset};
            }
          }
          let coords = outC - start;
          setOutputAtIndex(index, getX(${u}));
        }
      }
    `}};var ps={kernelName:tr,backendName:"webgpu",kernelFunc:({inputs:r,attrs:t,backend:e})=>{let{x:o}=r,{paddings:s,mode:i}=t,a=e,n=s.map(p=>({type:"int32",data:[p[0],p[1]]})),u=new lt(o.shape,s,i);return a.runWebGPUProgram(u,[o],o.dtype,n)}};var bn=z({opType:I.MUL,cpuKernelImpl:ho,supportsComplex:!0}),cs={kernelName:rr,backendName:"webgpu",kernelFunc:bn};function vn(r){let{inputs:t,backend:e}=r,{x:o}=t;if(e.shouldExecuteOnCPU([o])){let i=e.tensorMap.get(o.dataId),[a,n]=mo(i.values,o.shape,o.dtype);return e.makeTensorInfo(n,o.dtype,a)}let s=new Q(o.shape,x.NEG);return e.runWebGPUProgram(s,[o],o.dtype)}var ds={kernelName:"Neg",backendName:"webgpu",kernelFunc:vn};function $n(r){let{inputs:t,backend:e,attrs:o}=r,{axis:s}=o;if(t.length===1)return nt({inputs:{input:t[0]},backend:e,attrs:{dim:s}});let i=t[0].shape,a=t[0].dtype;t.forEach(p=>{g.assertShapesMatch(i,p.shape,"All tensors passed to stack must have matching shapes"),g.assert(a===p.dtype,()=>"All tensors passed to stack must have matching dtypes")});let n=[],u=t.map(p=>{let h=nt({inputs:{input:p},backend:e,attrs:{dim:s}});return n.push(h),h}),l=It({inputs:u,backend:e,attrs:{axis:s}});return n.forEach(p=>e.disposeData(p.dataId)),l}var hs={kernelName:or,backendName:"webgpu",kernelFunc:$n};function Rt(r,t=!1){let e=r.length,o=_(e),s=r.map((h,c)=>`uniforms.pad${c}[0]`).join(","),i=r.map((h,c)=>`uniforms.pad${c}[0] + uniforms.xShape${e>1?`[${c}]`:""}`).join(","),a=e>1?`${o}(${s})`:`${s}`,n=e>1?`${o}(${i})`:`${i}`,u=e>1?"any(paddedCoords < start)":"paddedCoords < start",l=e>1?"any(paddedCoords >= end)":"paddedCoords >= end",p=e>1?["coords[0]","coords[1]","coords[2]","coords[3]"].slice(0,e):"coords";return`
        let start = ${a};
        let end = ${n};
        if (${u} || ${l}) {
          setOutputAtIndex(index, ${t?0:"uniforms.constantValue"});
        } else {
          let coords = paddedCoords - start;
          setOutputAtIndex(index, getX(${p}));
        }
  `}var pt=class{constructor(t,e){this.variableNames=["x"],this.uniforms="constantValue : f32,",this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=e.map((o,s)=>o[0]+t[s]+o[1]),this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),e.map((o,s)=>{this.uniforms+=` pad${s} : vec2<i32>,`}),this.xShape=t,this.shaderKey="pad"}getUserCode(){return`
      ${S("index")} {
        if (index < uniforms.size) {
          let paddedCoords = getCoordsFromIndex(index);
          ${Rt(this.xShape)}
        }
      }
    `}};var In=r=>{let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{paddings:i,constantValue:a}=o;if(i.every(l=>g.arraysEqual(l,[0,0])))return O({inputs:{x:s},backend:e});if(g.sizeFromShape(s.shape)===0){let l=i.map((p,h)=>p[0]+s.shape[h]+p[1]);return ke({backend:e,attrs:{shape:l,value:a,dtype:s.dtype}})}let n=[{type:"float32",data:[a]}];i.map(l=>n.push({type:"int32",data:[l[0],l[1]]}));let u=new pt(s.shape,i);return e.runWebGPUProgram(u,[s],s.dtype,n)},ms={kernelName:sr,backendName:"webgpu",kernelFunc:In};var kn=z({opType:I.POW}),fs={kernelName:"Pow",backendName:"webgpu",kernelFunc:kn};function Pn(r){let{inputs:t,backend:e}=r,{x:o,alpha:s}=t,i=new ae(I.PRELU,o.shape,s.shape);return e.runWebGPUProgram(i,[o,s],"float32")}var gs={kernelName:ir,backendName:"webgpu",kernelFunc:Pn};function An(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{axis:i,keepDims:a}=o;return J(s,i,a,"prod",e)}var Cs={kernelName:ar,backendName:"webgpu",kernelFunc:An};var Dn=z({opType:I.DIV}),xs={kernelName:Mt,backendName:"webgpu",kernelFunc:Dn};var En=N({opType:x.RELU}),ws={kernelName:nr,backendName:"webgpu",kernelFunc:En};var Nn=N({opType:x.RELU6}),Ss={kernelName:cr,backendName:"webgpu",kernelFunc:Nn};var ct=class{constructor(t,e,o){this.variableNames=["x"],this.uniforms="adjustHeightWidth : vec2<f32>, halfPixelCenters : f32,",this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=[t[0],e,o,t[3]],this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.shaderKey="resizeBilinear"}getUserCode(){return`
      ${S("index")} {
        if (index < uniforms.size) {
        let coords = getCoordsFromIndex(index);
          let b = coords[0];
          let d = coords[3];
          let rc = coords.yz;

          let effectiveInSize = vec2<f32>(
            f32(uniforms.xShape.y) - uniforms.adjustHeightWidth[0],
            f32(uniforms.xShape.z) - uniforms.adjustHeightWidth[1]);

          let effectiveOutSize = vec2<f32>(
            f32(uniforms.outShape.y) - uniforms.adjustHeightWidth[0],
            f32(uniforms.outShape.z) - uniforms.adjustHeightWidth[1]);

          let effectiveInputOverOutputRatioRC =
              effectiveInSize / effectiveOutSize;

          // Fractional source index
          let sourceFracIndexRC =
            (vec2<f32>(rc) + vec2<f32>(uniforms.halfPixelCenters)) *
            effectiveInputOverOutputRatioRC - vec2<f32>(uniforms.halfPixelCenters);

          // Compute the four integer indices.
          let sourceFloorRC = vec2<i32>(sourceFracIndexRC);
          let sourceCeilRC = vec2<i32>(
            min(vec2<f32>(uniforms.xShape.yz) - vec2<f32>(1.0), ceil(sourceFracIndexRC)));

          let topLeft = getX(b, sourceFloorRC.x, sourceFloorRC.y, d);
          let bottomLeft = getX(b, sourceCeilRC.x, sourceFloorRC.y, d);
          let topRight = getX(b, sourceFloorRC.x, sourceCeilRC.y, d);
          let bottomRight = getX(b, sourceCeilRC.x, sourceCeilRC.y, d);

          let fracRC = sourceFracIndexRC - vec2<f32>(sourceFloorRC);

          let top = topLeft + (topRight - topLeft) * fracRC.y;
          let bottom = bottomLeft + (bottomRight - bottomLeft) * fracRC.y;
          let newValue = top + (bottom - top) * fracRC.x;

          setOutputAtIndex(index, newValue);
        }
      }
    `}};function Bn(r){let{inputs:t,backend:e,attrs:o}=r,{images:s}=t,{alignCorners:i,size:a,halfPixelCenters:n}=o,[u,l]=a,p=i&&u>1?1:0,h=i&&l>1?1:0,d=[{type:"float32",data:[p,h]},{type:"float32",data:[n?.5:0]}],m=new ct(s.shape,u,l);return e.runWebGPUProgram(m,[s],"float32",d)}var bs={kernelName:pr,backendName:"webgpu",kernelFunc:Bn};var dt=class{constructor(t,e,o,s){this.variableNames=["x"],this.uniforms="adjustHeightWidth : vec2<f32>, roundBase : f32,",this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=[t[0],e,o,t[3]],this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.halfPixelCenters=s,this.shaderKey=`resizeNearest_${s}`}getUserCode(){let t;return this.halfPixelCenters?t="max((vec2<f32>(rc) + vec2<f32>(0.5)) * effectiveInputOverOutputRatioRC, vec2<f32>(0.0))":t="vec2<f32>(rc) * effectiveInputOverOutputRatioRC",`
      ${S("index")} {
        if (index < uniforms.size) {
          let coords = getCoordsFromIndex(index);
          let b = coords[0];
          let d = coords[3];
          let rc = coords.yz;

          let effectiveInSize = vec2<f32>(
            f32(uniforms.xShape.y) - uniforms.adjustHeightWidth[0],
            f32(uniforms.xShape.z) - uniforms.adjustHeightWidth[1]);

          let effectiveOutSize = vec2<f32>(
            f32(uniforms.outShape.y) - uniforms.adjustHeightWidth[0],
            f32(uniforms.outShape.z) - uniforms.adjustHeightWidth[1]);

          let effectiveInputOverOutputRatioRC =
              effectiveInSize / effectiveOutSize;

          // Fractional source index
          let sourceFracIndexRC = ${t};

          // Compute the coordinators of nearest neighbor point.
          let inputShapeRC = vec2<f32>(f32(uniforms.xShape.y), f32(uniforms.xShape.z));
          let sourceNearestRC = vec2<i32>(
            min(inputShapeRC - 1.0, floor(sourceFracIndexRC + uniforms.roundBase)));
          let newValue = getX(b, sourceNearestRC.x, sourceNearestRC.y, d);

          setOutputAtIndex(index, newValue);
        }
      }
    `}};function Ln(r){let{inputs:t,backend:e,attrs:o}=r,{images:s}=t,{alignCorners:i,halfPixelCenters:a,size:n}=o,[u,l]=n,p=i&&u>1?1:0,h=i&&l>1?1:0,d=[{type:"float32",data:[p,h]},{type:"float32",data:[i?.5:0]}],m=new dt(s.shape,u,l,a);return e.runWebGPUProgram(m,[s],s.dtype,d)}var ys={kernelName:lr,backendName:"webgpu",kernelFunc:Ln};var _n=N({opType:x.RSQRT,cpuKernelImpl:Co}),vs={kernelName:dr,backendName:"webgpu",kernelFunc:_n};var ht=class{constructor(t,e,o){this.variableNames=["c","a","b"],this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=e,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.cRank=t,this.rank=o,this.shaderKey="select"}getUserCode(){let t,e;if(this.rank>4)throw Error(`Where for rank ${this.rank} is not yet supported`);if(this.rank===1)e="resRC",t="resRC";else{let s=["resRC.x","resRC.y","resRC.z","resRC.w"],i=[],a=[];for(let n=0;n<this.outputShape.length;n++)a.push(`${s[n]}`),n<this.cRank&&i.push(`${s[n]}`);t=i.join(),e=a.join()}return`
      ${S("index")} {
        if (index < uniforms.size) {
          let resRC = getCoordsFromIndex(index);
          let cVal = getC(${t});
          if (cVal >= 1.0) {
            setOutputAtIndex(index, getA(${e}));
          } else {
            setOutputAtIndex(index, getB(${e}));
          }
        }
      }
    `}};function zn(r){let{inputs:t,backend:e}=r,{condition:o,t:s,e:i}=t,a=new ht(o.shape.length,s.shape,s.shape.length);return e.runWebGPUProgram(a,[o,s,i],se(s.dtype,i.dtype))}var $s={kernelName:hr,backendName:"webgpu",kernelFunc:zn};var Tn=N({opType:x.SELU}),Is={kernelName:mr,backendName:"webgpu",kernelFunc:Tn};var Fn=N({opType:x.SIGMOID}),Rs={kernelName:Cr,backendName:"webgpu",kernelFunc:Fn};var Un=N({opType:x.SIGN}),ks={kernelName:gr,backendName:"webgpu",kernelFunc:Un};var mt=class{constructor(t){this.variableNames=["logits"],this.outputShape=t,this.dispatchLayout=R(this.outputShape),this.dispatch=[this.outputShape[0],1,1],this.outputShape[1]>=4096?this.workgroupSize=[256,1,1]:this.workgroupSize=[64,1,1],this.shaderKey="softmax"}getUserCode(){return`
    var<workgroup> buf : array<f32, ${this.workgroupSize[0]}>;
    var<workgroup> rowMaxShared : f32;
    var<workgroup> rowSumShared : f32;
    const blockSize = ${this.workgroupSize[0]};
    ${S("index")} {
      let row = index / blockSize;
      let tid = i32(localId.x);
      let cols = uniforms.outShape[1];

      var threadMax = -3.402823e+38f;
      for (var col = tid; col < cols; col += blockSize) {
        let value = getLogits(row, col);
        threadMax = max(threadMax, value);
      }
      if (tid < cols) {
        buf[tid] = threadMax;
      }
      workgroupBarrier();

      var reduceSize = min(cols, blockSize);
      for (var currSize = reduceSize >> 1;  currSize > 0; currSize = reduceSize >> 1) {
        reduceSize = currSize + (reduceSize & 1);
        if (tid < currSize) {
          buf[tid] = max(buf[tid], buf[tid + reduceSize]);
        }
        workgroupBarrier();
      }

      if (tid == 0) {
        rowMaxShared = buf[0];
      }
      workgroupBarrier();

      var threadSum = 0.0;
      for (var col = tid; col < cols; col += blockSize) {
        let subExp = exp(getLogits(row, col) - rowMaxShared);
        threadSum += subExp;
      }
      buf[tid] = threadSum;
      workgroupBarrier();

      for (var currSize = blockSize >> 1;  currSize > 0; currSize = currSize >> 1) {
        if (tid < currSize) {
          buf[tid] = buf[tid] + buf[tid + currSize];
        }
        workgroupBarrier();
      }

      if (tid == 0) {
        rowSumShared = buf[0];
      }
      workgroupBarrier();

      for (var col = tid; col < cols; col += blockSize) {
        let value = exp(getLogits(row, col) - rowMaxShared) / rowSumShared;
        setOutputAtCoords(row, col, value);
      }
  }
    `}};function Mn(r){let{inputs:t,backend:e,attrs:o}=r,{logits:s}=t,{dim:i}=o,a=P({inputs:{x:s},backend:e,attrs:{shape:[g.sizeFromShape(s.shape)/s.shape[i],s.shape[i]]}}),n=new mt(a.shape),u=e.runWebGPUProgram(n,[a],s.dtype),l=P({inputs:{x:u},backend:e,attrs:{shape:s.shape}});return e.disposeData(a.dataId),e.disposeData(u.dataId),l}var Ps={kernelName:yr,backendName:"webgpu",kernelFunc:Mn};var On=N({opType:x.SOFTPLUS}),As={kernelName:xr,backendName:"webgpu",kernelFunc:On};var ft=class{constructor(t,e,o,s,i,a){this.variableNames=["x"],this.outputShape=[],this.uniforms="",this.workgroupSize=[64,1,1],this.size=!0;let n=new Array(s.length);for(let u=0;u<n.length;u++)n[u]=s[i[u]];this.outputShape=n,this.newDim=i,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.xShape=t,this.paddedXShape=e,this.uniforms+=`reshapedPaddedXShape : ${_(s.length)}, paddedXShapeStrides : ${_(a)}, `,o.map((u,l)=>{this.uniforms+=` pad${l} : vec2<i32>,`}),this.shaderKey=`spaceToBatchND_${i}`}getUserCode(){let t=_(this.outputShape.length),e=wt(this.newDim);return`
      ${be(this.paddedXShape,"PaddedX")}
      ${S("index")} {
        if(index < uniforms.size) {
          let coords = getCoordsFromIndex(index);
          let switchedIndex = getIndexFromCoords${this.outputShape.length}D(${t}(${e}), uniforms.reshapedPaddedXShape);
          let paddedCoords = getPaddedXCoordsFromIndex(switchedIndex);
          ${Rt(this.xShape,!0)}
        }
      }
    `}};var Wn=r=>{let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{blockShape:i,paddings:a}=o;g.assert(s.shape.length<=4,()=>"spaceToBatchND for rank > 4 with a WebGPU backend not implemented yet");let n=i.reduce(($,k)=>$*k),u=[[0,0]];u.push(...a);for(let $=1+i.length;$<s.shape.length;++$)u.push([0,0]);let l=u.map(($,k)=>$[0]+s.shape[k]+$[1]),p=w.getReshaped(l,i,n,!1),h=w.getPermuted(p.length,i.length,!1),c=w.getReshapedPermuted(l,i,n,!1),d=g.computeStrides(l),m=new ft(s.shape,l,u,p,h,d.length),f=[{type:"int32",data:p},{type:"int32",data:d}];u.map($=>f.push({type:"int32",data:[$[0],$[1]]}));let C=e.runWebGPUProgram(m,[s],s.dtype,f),v=P({inputs:{x:C},backend:e,attrs:{shape:c}});return e.disposeData(C.dataId),v},Ds={kernelName:Sr,backendName:"webgpu",kernelFunc:Wn};function Vn(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{numOrSizeSplits:i,axis:a}=o,n=g.parseAxisParam(a,s.shape)[0],u=w.prepareSplitSize(s,i,n),l=s.shape.length,p=new Array(l).fill(0),h=s.shape.slice();return u.map(c=>{let d=[...h];d[n]=c;let m=oe({inputs:{x:s},backend:e,attrs:{begin:p,size:d}});return p[n]+=c,m})}var Es={kernelName:br,backendName:"webgpu",kernelFunc:Vn};var Gn=N({opType:x.SQRT}),Ns={kernelName:wr,backendName:"webgpu",kernelFunc:Gn};var Bs={kernelName:$r,backendName:"webgpu",kernelFunc:({inputs:r,backend:t})=>{let{x:e}=r,o=t,s=new Q(e.shape,x.SQUARE);return o.runWebGPUProgram(s,[e],e.dtype)}};var Hn=z({opType:I.SQUARED_DIFFERENCE}),Ls={kernelName:vr,backendName:"webgpu",kernelFunc:Hn};var gt=class{constructor(t){this.variableNames=["x"],this.workPerThread=1,this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=t,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize,[this.workPerThread,1,1]);let e=_(this.outputShape.length);this.uniforms=`begin : ${e},  strides : ${e}, `,this.shaderKey="stridedSlice"}getUserCode(){let t=this.outputShape.length,e="";if(t===1)e="coords * uniforms.strides + uniforms.begin";else{let s=0;e=this.outputShape.map((i,a)=>(s++,this.outputShape.length===1?`coords * uniforms.strides[${a}] + uniforms.begin[${a}]`:`coords[${s-1}] * uniforms.strides[${a}] + uniforms.begin[${a}]`)).join(",")}return`
       ${S("index")} {
         if (index < uniforms.size) {
           let coords = getCoordsFromIndex(index);
           setOutputAtIndex(index, getX(${e}));
         }
       }
     `}};function qn(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{begin:i,end:a,strides:n,beginMask:u,endMask:l,ellipsisMask:p,newAxisMask:h,shrinkAxisMask:c}=o,{finalShapeSparse:d,finalShape:m,isIdentity:f,sliceDim0:C,isSimpleSlice:v,begin:$,end:k,strides:E}=ce.sliceInfo(s.shape,i,a,n,u,l,p,h,c),D;if(f)D=P({inputs:{x:s},backend:e,attrs:{shape:m}});else if(C||v){g.assert(s.shape.length>=1,()=>`Input must have rank at least 1, got: ${s.shape.length}`);let L=ce.computeOutShape($,k,E),T=oe({inputs:{x:s},backend:e,attrs:{begin:$,size:L}});D=P({inputs:{x:T},backend:e,attrs:{shape:m}}),e.disposeData(T.dataId)}else if(e.shouldExecuteOnCPU([s])){let T=e.readSync(s.dataId),F=Z(s.shape,s.dtype,T),B=So(d,F,E,$);D=e.makeTensorInfo(m,s.dtype,B.values)}else{let T=new gt(d),F=[{type:"int32",data:$},{type:"int32",data:E}],B=e.runWebGPUProgram(T,[s],s.dtype,F);D=P({inputs:{x:B},backend:e,attrs:{shape:m}}),e.disposeData(B.dataId)}return D}var _s={kernelName:Ir,backendName:"webgpu",kernelFunc:qn};var Xn=z({opType:I.SUB,cpuKernelImpl:bo,supportsComplex:!0}),zs={kernelName:"Sub",backendName:"webgpu",kernelFunc:Xn};function jn(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{axis:i,keepDims:a}=o;return J(s,i,a,"sum",e)}var Ts={kernelName:"Sum",backendName:"webgpu",kernelFunc:jn};var Yn=N({opType:x.TANH}),Fs={kernelName:Rr,backendName:"webgpu",kernelFunc:Yn};var Ct=class{constructor(t,e){this.variableNames=["A"],this.workgroupSize=[64,1,1],this.size=!0;let o=new Array(t.length);for(let s=0;s<o.length;s++)o[s]=t[s]*e[s];this.outputShape=o,this.dispatchLayout=R(this.outputShape),this.dispatch=y(this.dispatchLayout,this.outputShape,this.workgroupSize),this.rank=this.outputShape.length,this.shaderKey="tile"}getUserCode(){let t=Zn(this.rank,"uniforms.");return`
      ${S("index")} {
        if (index < uniforms.size) {
          let resRC = getCoordsFromIndex(index);
          setOutputAtIndex(index, getA(${t}));
        }
      }
    `}};function Zn(r,t=""){if(r>=5)throw Error(`Tile for rank ${r} is not yet supported`);if(r===1)return`(resRC % ${t}aShape)`;let e=["resRC.x","resRC.y","resRC.z","resRC.w"],o=[];for(let s=0;s<r;s++)o.push(`(${e[s]} % ${t}aShape[${s}])`);return o.join()}function Jn(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{reps:i}=o;if(e.shouldExecuteOnCPU([s])||s.dtype==="string"||s.shape.length>=5){let u=e.readSync(s.dataId),l=s.dtype==="string"?u.map(c=>g.decodeString(c)):u,p=Z(s.shape,s.dtype,l),h=yo(p,i);return e.makeTensorInfo(h.shape,h.dtype,h.values)}let a=new Ct(s.shape,i);return e.runWebGPUProgram(a,[s],s.dtype)}var Us={kernelName:kr,backendName:"webgpu",kernelFunc:Jn};function eu(r){let{inputs:t,backend:e,attrs:o}=r,{value:s}=t,{axis:i}=o;i<0&&(i+=s.shape.length);let a=s,n=a.shape.length,u=s.shape[i],l=new Array(n-1),p=0;for(let f=0;f<n;f++)f!==i&&(l[p++]=a.shape[f]);let h=[],c=new Array(n).fill(0),d=a.shape.slice();d[i]=1;let m=new Array(u);for(let f=0;f<m.length;f++){c[i]=f;let C=oe({inputs:{x:a},backend:e,attrs:{begin:c,size:d}}),v=P({inputs:{x:C},backend:e,attrs:{shape:l}});m[f]=v,h.push(C)}return h.forEach(f=>e.disposeData(f.dataId)),m}var Ms={kernelName:Ar,backendName:"webgpu",kernelFunc:eu};function tu(r){let{inputs:t,backend:e,attrs:o}=r,{a:s,b:i,bias:a,preluActivationWeights:n}=t,{transposeA:u,transposeB:l,activation:p,leakyreluAlpha:h}=o;return le({a:s,b:i,transposeA:u,transposeB:l,backend:e,bias:a,preluActivationWeights:n,leakyreluAlpha:h,activation:p})}var Os={kernelName:Dr,backendName:"webgpu",kernelFunc:tu};b($o);b(Io);b(Ro);b(Eo);b(Lo);b(zo);b(Uo);b(Mo);b(Wo);b(Vo);b(Go);b(Ho);b(qo);b(Ko);b(Xo);b(Qo);b(jo);b(Bo);b(Yo);b(Zo);b(Jo);b(es);b(ts);b(Yr);b(rs);b(os);b(ss);b(is);b(Ao);b(as);b(ns);b(Do);b(us);b(ls);b(ps);b(cs);b(ds);b(hs);b(ms);b(fs);b(gs);b(Cs);b(xs);b(ws);b(Ss);b(ko);b(bs);b(ys);b(vs);b($s);b(Is);b(Rs);b(ks);b(_o);b(Ps);b(As);b(Ds);b(Es);b(Ns);b(Bs);b(Ls);b(_s);b(zs);b(Ts);b(Fs);b(Us);b(Po);b(Ms);b(Os);
