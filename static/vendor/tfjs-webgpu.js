import{N as $r}from"./chunk-BGEL5U4M.js";import{$ as pr,C as Ft,Ca as wr,D as Ot,E as Wt,F as Vt,G as Gt,H as Ht,Ia as vr,J as qt,Ja as ue,K as Kt,L as Xt,M as Qt,N as jt,O as Yt,P as Zt,Q as Jt,Qb as S,R as er,S as tr,T as rr,U as or,V as sr,W as ir,X as ar,Y as nr,Z as ur,_ as lr,a as yt,aa as cr,b as $t,c as M,ca as hr,d as It,da as dr,e as kt,ea as mr,f as Rt,fa as fr,g as Pt,ga as gr,ha as xr,i as At,ia as Cr,ja as Sr,k as Et,l as Dt,la as y,m as Nt,n as _t,na as g,o as Bt,q as Lt,qa as Ce,ra as br,s as zt,ta as Z,tb as yr,v as Tt,xa as Ae,y as Mt,z as Ut}from"./chunk-45LFJYDD.js";import"./chunk-YVSA2ZOB.js";var K=M();K.registerFlag("WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE",()=>15);K.registerFlag("WEBGPU_CPU_FORWARD",()=>!0);K.registerFlag("WEBGPU_MATMUL_PROGRAM_TYPE",()=>-1);K.registerFlag("WEBGPU_USE_NAIVE_CONV2D_TRANSPOSE",()=>!0);K.registerFlag("WEBGPU_USE_LOW_POWER_GPU",()=>!1);K.registerFlag("WEBGPU_CPU_HANDOFF_SIZE_THRESHOLD",()=>1e3);K.registerFlag("WEBGPU_USE_PROFILE_TOOL",()=>!1);K.registerFlag("WEBGPU_IMPORT_EXTERNAL_TEXTURE",()=>!0);K.registerFlag("WEBGPU_USE_NAIVE_CONV2D_DEBUG",()=>!1);K.registerFlag("WEBGPU_THRESHOLD_TO_INCREASE_WORKGROUPS_FOR_MATMUL",()=>-1);K.registerFlag("WEBGPU_CONV_SEPARATE_IM2COL_SHADER",()=>!1);K.registerFlag("WEBGPU_PRINT_SHADER",()=>"");K.registerFlag("WEBGPU_ENGINE_COMPILE_ONLY",()=>!1);var Ee=class{constructor(t){t&&(this.vendor=t.vendor,this.architecture=t.architecture,this.intelGPUGeneration=this.getIntelGPUGeneration())}getIntelGPUGeneration(){if(this.isIntel()){if(this.architecture.startsWith("gen"))return Number(this.architecture.match(/\d+/));if(this.architecture.startsWith("xe"))return 12}return 0}isIntel(){return this.vendor==="intel"}};var De=class{constructor(t){this.device=t,this.numUsedBuffers=0,this.numFreeBuffers=0,this.freeBuffers=new Map,this.usedBuffers=new Map,this.numBytesUsed=0,this.numBytesAllocated=0}acquireBuffer(t,e,o=!1,s=!0){let i,a=Ir(t,e);return s?(this.freeBuffers.has(a)||this.freeBuffers.set(a,[]),this.freeBuffers.get(a).length>0?(i=this.freeBuffers.get(a).pop(),this.numFreeBuffers--):(i=this.device.createBuffer({size:t,usage:e,mappedAtCreation:o}),this.numBytesAllocated+=t)):(i=this.device.createBuffer({size:t,usage:e,mappedAtCreation:o}),this.numBytesAllocated+=t),this.usedBuffers.has(a)||this.usedBuffers.set(a,[]),this.usedBuffers.get(a).push(i),this.numUsedBuffers++,this.numBytesUsed+=t,i}releaseBuffer(t,e=!0){if(this.freeBuffers.size===0)return;let o=t.size,s=t.usage,i=Ir(o,s),a=this.usedBuffers.get(i),n=a.indexOf(t);if(n<0)throw new Error("Cannot find the buffer in buffer manager");a[n]=a[a.length-1],a.pop(),this.numUsedBuffers--,this.numBytesUsed-=o,e?(this.freeBuffers.get(i).push(t),this.numFreeBuffers++):(t.destroy(),this.numBytesAllocated-=o)}getNumUsedBuffers(){return this.numUsedBuffers}getNumFreeBuffers(){return this.numFreeBuffers}dispose(){this.freeBuffers.forEach((t,e)=>{t.forEach(o=>{o.destroy()})}),this.usedBuffers.forEach((t,e)=>{t.forEach(o=>{o.destroy()})}),this.freeBuffers=new Map,this.usedBuffers=new Map,this.numUsedBuffers=0,this.numFreeBuffers=0,this.numBytesUsed=0,this.numBytesAllocated=0}};function Ir(r,t){return`${r}_${t}`}var Ne=class{constructor(t){this.device=t,this.numUsedTextures=0,this.numFreeTextures=0,this.freeTextures=new Map,this.usedTextures=new Map,this.numBytesUsed=0,this.numBytesAllocated=0}acquireTexture(t,e,o,s){let i=Rr(o),a=t*e*i,n=kr(t,e,o,s);if(this.freeTextures.has(n)||this.freeTextures.set(n,[]),this.usedTextures.has(n)||this.usedTextures.set(n,[]),this.numBytesUsed+=a,this.numUsedTextures++,this.freeTextures.get(n).length>0){this.numFreeTextures--;let l=this.freeTextures.get(n).shift();return this.usedTextures.get(n).push(l),l}this.numBytesAllocated+=a;let u=this.device.createTexture({size:[t,e],format:o,usage:s});return this.usedTextures.get(n).push(u),u}releaseTexture(t){if(this.freeTextures.size===0)return;let e=t.width,o=t.height,s=t.format,i=t.usage,a=kr(e,o,s,i);this.freeTextures.has(a)||this.freeTextures.set(a,[]),this.freeTextures.get(a).push(t),this.numFreeTextures++,this.numUsedTextures--;let n=this.usedTextures.get(a),u=n.indexOf(t);if(u<0)throw new Error("Cannot release a texture that was never provided by this texture manager");n.splice(u,1);let l=Rr(s),p=e*o*l;this.numBytesUsed-=p}getNumUsedTextures(){return this.numUsedTextures}getNumFreeTextures(){return this.numFreeTextures}dispose(){this.freeTextures.forEach((t,e)=>{t.forEach(o=>{o.destroy()})}),this.usedTextures.forEach((t,e)=>{t.forEach(o=>{o.destroy()})}),this.freeTextures=new Map,this.usedTextures=new Map,this.numUsedTextures=0,this.numFreeTextures=0,this.numBytesUsed=0,this.numBytesAllocated=0}};function kr(r,t,e,o){return`${r}_${t}_${e}_${o}`}function Rr(r){if(r==="rgba8unorm")return 16;throw new Error(`${r} is not supported!`)}function Pr(r,t){if(Math.max(...r)>5)throw new Error("Cannot symbolically compute strides for rank > 6 tensor.");let e=r.length,o="xyzwuv",s=r.map(a=>`${t}.${o[a]}`),i=new Array(e-1);i[e-2]=s[e-1];for(let a=e-3;a>=0;--a)i[a]=`(${i[a+1]} * ${s[a+1]})`;return i}var Ar=(r,t,e)=>e==="int32"?`atomicAdd(${r}, bitcast<i32>(${t}));`:`
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
          }`;var be;(function(r){r[r.FROM_PIXELS=0]="FROM_PIXELS",r[r.DRAW=1]="DRAW"})(be||(be={}));var _r=(r,t,e,o,s)=>{let i={dtype:o.dtype,shape:o.shape},a=vs(e,i,t),n=r.createShaderModule({code:a,label:t.constructor.name}),u=M().get("WEBGPU_PRINT_SHADER");if(u!==""){u=u.toLowerCase();let l=u.split(",");(u==="all"||l.some(p=>t.shaderKey.toLowerCase().includes(p)))&&(console.group(t.shaderKey),console.debug(a),console.groupEnd())}return s?r.createComputePipelineAsync({compute:{module:n,entryPoint:"_start"},label:t.constructor.name,layout:"auto"}):r.createComputePipeline({compute:{module:n,entryPoint:"_start"},label:t.constructor.name,layout:"auto"})},E=(r,t="f32")=>{switch(r){case 1:return`${t}`;case 2:return`vec2<${t}>`;case 3:return`vec3<${t}>`;case 4:return`vec4<${t}>`;default:throw new Error(`${r}-component ${t} is not supported.`)}};function L(r){if(r<=1)return"i32";if(r===2)return"vec2<i32>";if(r===3)return"vec3<i32>";if(r===4)return"vec4<i32>";if(r===5)return"vec5";if(r===6)return"vec6";throw Error(`GPU for rank ${r} is not yet supported`)}function ee(r){if(r===0)return"x";if(r===1)return"y";if(r===2)return"z";if(r===3)return"w";if(r===4)return"u";if(r===5)return"v";throw Error(`Index ${r} is not yet supported`)}function b(...r){let t;switch(r.length){case 0:t=`
        fn main()
      `;break;case 1:t=`
        fn main(${r[0]} : i32)
      `;break;default:throw Error("Unreachable")}return t}function Er(r,t){let e;return e=`
     ${ws(t)}
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
    `,e}function ws(r){return`
  @compute @workgroup_size(${r.workgroupSize[0]}, ${r.workgroupSize[1]}, ${r.workgroupSize[2]})
`}function vs(r,t,e){let o=[],s=e.workgroupSize[0]*e.workgroupSize[1]*e.workgroupSize[2];if(e.outputComponent=e.outputComponent?e.outputComponent:1,o.push(`

      var<private> localId: vec3<u32>;
      var<private> localIndex: u32;
      var<private> globalId: vec3<u32>;
      var<private> numWorkgroups: vec3<u32>;
      var<private> workgroupId: vec3<u32>;

      // Only used when the y/z dimension of workgroup size is 1.
      fn getGlobalIndex() -> i32 {
        ${Lr(e)?"  return i32(globalId.x);":`  return i32((workgroupId.z * numWorkgroups.x * numWorkgroups.y +
                workgroupId.y * numWorkgroups.x + workgroupId.x) * ${s}u +
                localIndex);
        `}
      }
    `),e.pixelsOpType!=null){let f=e.pixelsOpType===be.FROM_PIXELS?`@group(0) @binding(0) var<storage, read_write> result: array<${le(t.dtype,e.outputComponent)}>;`:`@group(0) @binding(1) var<storage, read> inBuf : array<${le(r[0].dtype,e.outputComponent)}>;`,m=t.shape.length===3?"vec2<i32>":"i32";o.push(`
        struct Uniform {
          outShapeStrides : ${m},
          size            : i32,
          numChannels     : i32,
          alpha           : f32,
        };

        ${f}
        @group(0) @binding(2) var<uniform> uniforms: Uniform;
      `);let x=Nr(e);return[Dr,o.join(`
`),Se(t.shape),e.getUserCode(),Er(x,e)].join(`
`)}let i,a,n="struct Uniforms { NAN : f32, INFINITY : f32, ";e.variableNames.forEach((f,m)=>{let x=L(r[m].shape.length);n+=`${f.charAt(0).toLowerCase()+f.slice(1)}Shape : ${x}, `,i=r[m].shape.length-1,a=L(i),n+=`${f.charAt(0).toLowerCase()+f.slice(1)}ShapeStrides: ${a}, `});let u=L(t.shape.length);n+=`outShape : ${u}, `,i=t.shape.length-1,a=L(i),n+=`
         outShapeStrides: ${a}, `,e.size&&(n+="size : i32, "),e.uniforms&&(n+=e.uniforms),n+="};",n=Es(n),o.push(n),e.atomic?o.push(`
      @group(0) @binding(0) var<storage, read_write> result: array<atomic<i32>>;
    `):o.push(`
      @group(0) @binding(0) var<storage, read_write> result: array<${le(t.dtype,e.outputComponent)}>;
    `),e.variableNames.forEach((f,m)=>{o.push(`
      @group(0) @binding(${1+m}) var<storage, read> ${f}: array<${e.variableComponents?le(r[m].dtype,e.variableComponents[m]):le(r[m].dtype,e.outputComponent)}>;
        `)}),n!==""&&o.push(`
      @group(0) @binding(${1+e.variableNames.length}) var<uniform> uniforms: Uniforms;
      `);let l=Rs(t.shape,e.dispatchLayout),p=[Dr,o.join(`
`)+ys,Se(t.shape),l,Ps(t.shape.length)];e.atomic||p.push(As(t.shape,t.dtype,e.outputComponent)),e.variableNames.forEach((f,m)=>{p.push(`${Se(r[m].shape,f)}`)});let d=r.map((f,m)=>ks(f,t.shape,e.variableComponents?e.variableComponents[m]:e.outputComponent,e.dispatchLayout.x.length===t.shape.length)).join(`
`);p.push(d),p.push(e.getUserCode());let h=Nr(e);return p.push(Er(h,e)),p.join(`
`)}function Br(r,t,e){let o=r.shaderKey;if(r.pixelsOpType!=null)return o;let s=[],i=[];t.forEach(p=>{s.push(p.shape),i.push(p.dtype)}),s.push(e.shape),i.push(e.dtype);let a=t.map(p=>S.getBroadcastDims(p.shape,e.shape)),n=t.map(p=>g.arraysEqual(p.shape,e.shape)).join("_"),u=a.map(p=>p.join("_")).join(";"),l=Lr(r)?"flatDispatch":"";return o+="_"+(r.workgroupSize?r.workgroupSize.join(","):"")+s.map(p=>p.length).join(",")+i.join(",")+r.variableNames.join(",")+u+n+l,o}var Dr=`
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
`,ys=`
  fn isinf(val: f32) -> bool {
    return abs(val) == uniforms.INFINITY;
  }
`;function Se(r,t=""){let e=r.length,o=t!==""?`get${t.charAt(0).toUpperCase()+t.slice(1)}CoordsFromIndex`:"getCoordsFromIndex",s=t!==""?`${t.charAt(0).toLowerCase()+t.slice(1)}ShapeStrides`:"outShapeStrides";if(e<=1)return`fn ${o}(index : i32) -> i32 { return index; }`;let i=g.computeStrides(r),a=L(e),n=[];for(let l=0;l<e;l++)n.push(`d${l}`);if(i.length===1)return`    fn ${o}(index : i32) -> vec2<i32> {
      let d0 = index / uniforms.${s}; let d1 = index - d0 * uniforms.${s};
      return vec2<i32>(d0, d1);
    }`;let u;return u="var index2 = index;"+i.map((l,p)=>{let d=`let ${n[p]} = index2 / uniforms.${s}.${ee(p)}`,h=p===i.length-1?`let ${n[p+1]} = index2 - ${n[p]} * uniforms.${s}.${ee(p)}`:`index2 = index2 - ${n[p]} * uniforms.${s}.${ee(p)}`;return`${d}; ${h};`}).join(""),`
    fn ${o}(index : i32) -> ${a} {
      ${u}
      return ${a}(${n.join(",")});
    }
  `}function $s(r,t){let e=r.name,o=r.shape.length,s=L(o),i="get"+e.charAt(0).toUpperCase()+e.slice(1),a=["d0","d1","d2","d3","d4","d5"].slice(0,o),n=a.map(p=>`${p} : i32`).join(", ");if(o<1)return`
      fn ${i}() -> ${E(t)} {
        return ${E(t)}(${e}[0]);
      }
    `;let u=`uniforms.${e.charAt(0).toLowerCase()+e.slice(1)}Shape`,l=`${o}D`;return o===0&&(l="1D"),`
    fn ${i}(${n}) -> ${E(t)} {
      return ${E(t)}(${e}[getIndexFromCoords${l}(${s}(${a.join(",")}),
        ${u})${t===1?"":` / ${t}`}]);
    }
   `}function Is(r,t,e,o){let s=r.name,i=s.charAt(0).toUpperCase()+s.slice(1),a="get"+i+"ByOutput",n=r.shape.length,u=t.length,l=L(u);if(g.arraysEqual(r.shape,t)&&o)return`
    fn ${a}Index(globalIndex : i32) -> ${E(e)} {
      return ${E(e)}(${s}[globalIndex]);
    }

    fn ${a}Coords(coords : ${l}) -> ${E(e)} {
      return ${E(e)}(${s}[${u>1?"getOutputIndexFromCoords(coords)":"coords"}${e===1?"":` / ${e}`}]);
    }
    `;let p=S.getBroadcastDims(r.shape,t),d=u-n,h="";if(n===0)return`
    fn ${a}Index(globalIndex : i32) -> ${E(e)}{
      return get${i}();
    }

    fn ${a}Coords(coords : ${l}) -> ${E(e)}{
      return get${i}();
    }
  `;u<2&&p.length>=1?h="coords = 0;":h=p.map(x=>`coords.${ee(x+d)} = 0;`).join(`
`);let c="";if(u<2&&n>0)c="coords";else if(u>1){let x=L(n),w=r.shape.map(($,R)=>`coords.${ee(R+d)}`).join(", ");c=`${x}(${w})`}else c="coords";let f=`uniforms.${s.charAt(0).toLowerCase()+s.slice(1)}Shape`,m=`${n}D`;return`
  fn ${a}Index(globalIndex : i32) -> ${E(e)} {
    var coords = getCoordsFromIndex(globalIndex);
    ${h}
    return ${E(e)}(${s}[getIndexFromCoords${m}(${c}, ${f})${e===1?"":` / ${e}`}]);
  }

  fn ${a}Coords(coordsIn : ${l}) -> ${E(e)} {
    var coords = coordsIn;
    ${h}
    return ${E(e)}(${s}[getIndexFromCoords${m}(${c}, ${f})${e===1?"":` / ${e}`}]);
  }
`}function ks(r,t,e,o){let s=$s(r,e);return r.shape.length<=t.length&&(s+=Is(r,t,e,o)),s}function Rs(r,t){let{x:e,y:o=[],z:s=[]}=t,i=r.length,a=e.length+o.length+s.length;if(a!==i)return"";if(e.length===i)return`fn getOutputCoords() -> ${L(i)}{
    let globalIndex = getGlobalIndex();
    return getCoordsFromIndex(globalIndex);
  }
  `;let n="",u=[e,o,s];for(let h=0;h<u.length;h++){let c=u[h];if(c.length!==0)if(c.length===1)n+=`let d${c[0]} = i32(globalId[${h}]);`;else{let f=Pr(c,"uniforms.outShape");n+=`var index${h} = i32(globalId[${h}]);`;for(let m=0;m<f.length;m++)n+=`let d${c[m]} = index${h} / ${f[m]};`,m===f.length-1?n+=`let d${c[m+1]} = index${h} - d${c[m]} * ${f[m]};`:n+=`index${h} = index${h} - d${c[m]} * ${f[m]};`}}let l=[];for(let h=0;h<a;h++)l.push(`d${h}`);let p=L(a),d=`fn getOutputCoords() -> ${p} {
  ${n}
`;return l.length===0?d+=`return ${p}(0); }`:d+=`return ${p}(${l.join(",")}); }`,d}function Ps(r){let t="";switch(r){case 0:case 1:t+=`
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
        `;break;default:g.assert(!1,()=>`Unsupported ${r}D shape`);break}return t}function Lr(r){return r.dispatch[1]===1&&r.dispatch[2]===1}function le(r,t=1){if(r==="float32")return E(t,"f32");if(r==="int32"||r==="bool")return E(t,"i32");throw new Error(`type ${r} is not supported.`)}function As(r,t,e){let o=r.length,s=le(t,e),i=`fn setOutputAtIndex(flatIndex : i32, value : ${E(e)}) {
      result[flatIndex] = ${s}(value);
    }

    fn setOutputAtIndexI32(flatIndex : i32, value : ${E(e,"i32")}) {
      result[flatIndex] = ${s}(value);
    }
    `;if(o>=2){let a=["d0","d1","d2","d3","d4","d5"].slice(0,o),n=L(o);i+=`
      fn setOutputAtCoords(${a.map(u=>`${u} : i32`).join(", ")}, value : ${E(e)}) {
        let flatIndex = getOutputIndexFromCoords(${n}(${a.join(", ")}));
        setOutputAtIndex(flatIndex${e===1?"":` / ${e}`}, value);
      }
      fn setOutputAtCoordsI32(${a.map(u=>`${u} : i32`).join(", ")}, value : ${E(e,"i32")}) {
        let flatIndex = getOutputIndexFromCoords(${n}(${a.join(", ")}));
        setOutputAtIndexI32(flatIndex${e===1?"":` / ${e}`}, value);
      }
    `}return i}function Es(r){let t=/(\w+)\s*:\s*vec(5|6)/g;r=r.replace(t,o=>"@align(16) "+o);let e=/vec(5|6)\s*,\s*(\w+)/g;return r=r.replace(e,(o,s,i)=>`vec${s}, @align(16) ${i}`),r}function Nr(r){return!(r.dispatchLayout.hasOwnProperty("y")&&r.dispatchLayout.y.length!==0||r.dispatchLayout.hasOwnProperty("z")&&r.dispatchLayout.z.length!==0)}var se=r=>{let t=1;for(let e=0;e<r.length;e++)t*=r[e];return t};function v(r,t,e=[1,1,1],o=[1,1,1]){let[s,i,a]=[Math.ceil(se(r.x.map(n=>t[n]))/(e[0]*o[0])),r.y?Math.ceil(se(r.y.map(n=>t[n]))/(e[1]*o[1])):1,r.z?Math.ceil(se(r.z.map(n=>t[n]))/(e[2]*o[2])):1];return[s,i,a]}function zr(r,t,e,o=!1){let s=[8,8,1],i=[4,4,1];return o||(r<=8&&(i[1]=1),t<=16&&e<=16&&(s[0]=4)),{workgroupSize:s,elementsPerThread:i}}function Tr(r,t,e=!1){if(e)return[8,8,1];let o=se(r.x.map(i=>t[i])),s=se(r.y.map(i=>t[i]));return o<=4?[4,16,1]:s<=4?[16,4,1]:[16,16,1]}function Mr(r,t,e=!1){if(e)return[4,4,1];let o=se(r.x.map(i=>t[i])),s=se(r.y.map(i=>t[i]));return o<=4?[1,2,1]:s<=4?[2,1,1]:[2,2,1]}function I(r){return{x:r.map((t,e)=>e)}}function dt(r){if(r==="float32"||r==="int32"||r==="bool"||r==="string")return 4;if(r==="complex64")return 8;throw new Error(`Unknown dtype ${r}`)}function _e(){return!!(typeof globalThis<"u"&&globalThis.navigator&&globalThis.navigator.gpu)}var j;(function(r){r[r.MatMulReduceProgram=0]="MatMulReduceProgram",r[r.MatMulSplitKProgram=1]="MatMulSplitKProgram",r[r.MatMulSmallOutputSizeProgram=2]="MatMulSmallOutputSizeProgram",r[r.MatMulPackedProgram=3]="MatMulPackedProgram",r[r.MatMulMax=4]="MatMulMax"})(j||(j={}));var Ns=M().getNumber("WEBGPU_CPU_HANDOFF_SIZE_THRESHOLD"),_s=(r,t)=>{let e=r.limits.maxComputeWorkgroupsPerDimension,o=t.dispatchLayout,s=t.dispatch;if(s.every(a=>a<=e))return s;g.assert(s[0]>e&&o.y===void 0&&o.z===void 0,()=>"Dispatch size exceeds WebGPU limits in Y or Z dimension.");let i=Math.ceil(Math.sqrt(s[0]));return i>e?(i=Math.ceil(Math.cbrt(s[0])),g.assert(i<=e,()=>"Total dispatch size exceeds WebGPU maximum."),[i,i,i]):[i,i,1]},pe=class r extends $t{nextDataId(){return r.nextDataId++}constructor(t,e){if(super(),this.commandQueueOwnedIds=new WeakSet,this.dispatchCountInPass=0,this.disposed=!1,this.downloadWaitMs=0,this.tensorDataPendingDisposal=[],this.queryResolveBuffer=null,this.querySet=null,this.querySetCount=2,this.stagingPendingDisposal=[],this.uniformPendingDisposal=[],this.uploadWaitMs=0,this.hasReadSyncWarned=!1,this.hasTimestampQueryWarned=!1,!_e())throw new Error("WebGPU is not supported on this device");this.pipelineCache={},this.device=t,this.queue=t.queue,this.commandEncoder=null,this.computePassEncoder=null,this.adapterInfo=new Ee(e),this.supportTimestampQuery=this.device.features.has("timestamp-query"),this.thresholdToIncreaseWorkgroups=this.adapterInfo.intelGPUGeneration>=12?16:8,this.bufferManager=new De(this.device),this.textureManager=new Ne(this.device),this.tensorMap=new yt(this,Ae()),M().getBool("WEBGPU_USE_PROFILE_TOOL")&&(this.dummyCanvas=document.createElement("canvas"),this.dummyCanvas.width=1,this.dummyCanvas.height=1,this.dummyContext=this.dummyCanvas.getContext("webgpu"),this.dummyContext.configure({device:t,format:"bgra8unorm"}),document.body.appendChild(this.dummyCanvas))}floatPrecision(){return 32}disposeData(t,e=!1){if(!this.tensorMap.has(t))return!0;let o=this.tensorMap.get(t);return e?o.refCount=0:o.refCount--,o.refCount>0?!1:(o.complexTensorInfos!=null&&(this.disposeData(o.complexTensorInfos.real.dataId),this.disposeData(o.complexTensorInfos.imag.dataId)),this.commandQueueOwnedIds.has(t)?(this.tensorDataPendingDisposal.push(t),!0):(this.releaseResource(t),this.tensorMap.delete(t),!0))}memory(){return{numBytesInGPU:this.bufferManager.numBytesUsed,numBytesAllocatedInGPU:this.bufferManager.numBytesAllocated,unreliable:!1}}releaseResource(t){let e=this.tensorMap.get(t);if(!(!e||!e.resource)){if(e.external){e.resource=null;return}e.resource instanceof GPUBuffer?this.bufferManager.releaseBuffer(e.resource):e.resource instanceof GPUTexture&&this.textureManager.releaseTexture(e.resource),e.resource=null}}refCount(t){return this.tensorMap.has(t)?this.tensorMap.get(t).refCount:0}incRef(t){let e=this.tensorMap.get(t);e.refCount++}decRef(t){if(this.tensorMap.has(t)){let e=this.tensorMap.get(t);e.refCount--}}write(t,e,o){if(o==="complex64"&&t!=null)throw new Error("Cannot write to a complex64 dtype. Please use tf.complex(real, imag).");let s={id:this.nextDataId()};return this.tensorMap.set(s,{dtype:o,shape:e,values:t,refCount:1}),s}move(t,e,o,s,i){if(s==="complex64")throw new Error("Cannot write to a complex64 dtype. Please use tf.complex(real, imag).");this.tensorMap.set(t,{dtype:s,shape:o,values:e,refCount:i})}submitQueue(){this.queue.submit([this.commandEncoder.finish()]),this.commandEncoder=null,this.dispatchCountInPass=0,this.commandQueueOwnedIds=new WeakSet,this.tensorDataPendingDisposal.forEach(t=>{this.releaseResource(t),this.tensorMap.delete(t)}),this.uniformPendingDisposal.forEach(t=>this.bufferManager.releaseBuffer(t)),this.stagingPendingDisposal.forEach(t=>this.bufferManager.releaseBuffer(t,!1)),this.tensorDataPendingDisposal=[],this.uniformPendingDisposal=[],this.stagingPendingDisposal=[]}ensureCommandEncoderReady(){this.commandEncoder||(this.commandEncoder=this.device.createCommandEncoder())}endComputePassEncoder(){this.computePassEncoder&&(this.computePassEncoder.end(),this.computePassEncoder=null)}async checkCompileCompletionAsync(){let t;try{t=await Promise.all(Object.values(this.pipelineCache))}catch(e){throw new Error(e.message)}Object.keys(this.pipelineCache).map((e,o)=>{this.pipelineCache[e]=t[o]})}async getBufferData(t){if(M().getBool("WEBGPU_ENGINE_COMPILE_ONLY"))return console.warn("The data may be invalid since WEBGPU_ENGINE_COMPILE_ONLY is true, this can only be called when WEBGPU_ENGINE_COMPILE_ONLY is false"),null;let e=t.size,o=this.bufferManager.acquireBuffer(e,GPUBufferUsage.COPY_DST|GPUBufferUsage.MAP_READ);this.ensureCommandEncoderReady(),this.endComputePassEncoder(),this.commandEncoder.copyBufferToBuffer(t,0,o,0,e),this.submitQueue(),await o.mapAsync(GPUMapMode.READ);let s=o.getMappedRange().slice(0);return o.unmap(),o!=null&&this.bufferManager.releaseBuffer(o),M().getBool("WEBGPU_USE_PROFILE_TOOL")&&(g.assert(this.dummyContext!==void 0,()=>"Fail to get context for profiling tool"),this.dummyContext.getCurrentTexture()),s}convertAndCacheOnCPU(t,e){let o=this.tensorMap.get(t);return o.values=e,o.values}readSync(t){let e=this.tensorMap.get(t),{values:o,complexTensorInfos:s}=e;if(o!=null||e.dtype==="string")return o;if(e.dtype==="complex64"){let m=this.readSync(s.real.dataId),x=this.readSync(s.imag.dataId),w=g.convertBackendValuesAndArrayBuffer(S.mergeRealAndImagArrays(m,x).buffer,"float32");return this.convertAndCacheOnCPU(t,w),w}this.hasReadSyncWarned||(this.hasReadSyncWarned=!0,console.warn("The performance of synchronously reading data from GPU to CPU is poor on the webgpu backend, please use asynchronous APIs instead."));let i=["opaque","premultiplied"],a=e.resource,n=a.size;g.assert(n%4===0,()=>"Because there is 4 bytes for one pixel, buffer size must be multiple of 4.");let u=n/4,l=new ArrayBuffer(n),p=256,d=256,h=i.map(m=>new OffscreenCanvas(p,d)),c=new OffscreenCanvas(p,d);this.endComputePassEncoder(),h.map((m,x)=>{let w=m.getContext("webgpu");return w.configure({device:this.device,format:"bgra8unorm",usage:GPUTextureUsage.COPY_DST,alphaMode:i[x]}),w.getCurrentTexture()}).map((m,x)=>{let w=p*4,$=(T,N,H)=>{this.ensureCommandEncoderReady(),this.commandEncoder.copyBufferToTexture({buffer:a,bytesPerRow:w,offset:H},{texture:m},{width:T,height:N}),this.submitQueue();let X=c.getContext("2d",{willReadFrequently:!0});X.clearRect(0,0,T,N),X.drawImage(h[x],0,0);let J=X.getImageData(0,0,T,N).data,Y=i[x],U=new Uint8ClampedArray(l,H,T*N*4);for(let O=0;O<U.length;O+=4)if(Y==="premultiplied")U[O+3]=J[O+3];else{let G=J[O];U[O]=J[O+2],U[O+1]=J[O+1],U[O+2]=G}},R=Math.floor(u/(p*d)),D=p,A=d,B=0;for(let T=0;T<R;T++)$(D,A,B),B+=p*d*4;let z=u%(p*d);A=Math.floor(z/p),A>0&&($(D,A,B),B+=A*(p*4)),D=z%p,D>0&&$(D,1,B)});let f=g.convertBackendValuesAndArrayBuffer(l,e.dtype);return this.convertAndCacheOnCPU(t,f),f}async read(t){if(!this.tensorMap.has(t))throw new Error(`Tensor ${t} was not registered!`);let e=this.tensorMap.get(t),{values:o}=e;if(o!=null)return o;let s;if(e.dtype==="complex64"){let i=await Promise.all([this.read(e.complexTensorInfos.real.dataId),this.read(e.complexTensorInfos.imag.dataId)]),a=i[0],n=i[1];s=S.mergeRealAndImagArrays(a,n)}else{let i=await this.getBufferData(e.resource);s=g.convertBackendValuesAndArrayBuffer(i,e.dtype)}return this.convertAndCacheOnCPU(t,s),s}copyBuffer(t){let e=t.size,o=t.usage,s=this.bufferManager.acquireBuffer(e,o);return this.ensureCommandEncoderReady(),this.endComputePassEncoder(),this.commandEncoder.copyBufferToBuffer(t,0,s,0,e),this.submitQueue(),s}createTensorFromGPUData(t,e,o){let s=t.buffer;if(o==="complex64")throw new Error("Cannot write to a complex64 dtype. ");let i={id:this.nextDataId()};this.tensorMap.set(i,{dtype:o,shape:e,values:null,refCount:1,external:t.zeroCopy});let a=this.tensorMap.get(i),n=dt(a.dtype)*g.sizeFromShape(a.shape);if(t.buffer.size<n)throw new Error(`GPUBuffer size(${t.buffer.size}) is smaller than tensor size(${n})!`);if((t.buffer.usage&(GPUBufferUsage.STORAGE|GPUBufferUsage.COPY_SRC))!==(GPUBufferUsage.STORAGE|GPUBufferUsage.COPY_SRC))throw new Error("GPUBuffer.usage should include GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC!");return t.zeroCopy!==!0&&(s=this.copyBuffer(s)),a.resource=s,Ae().makeTensorFromDataId(i,e,o,this)}readToGPU(t){let e=this.tensorMap.get(t),{values:o,dtype:s,shape:i,resource:a}=e;if(s==="complex64")throw new Error("Does not support reading buffer for complex64 dtype.");if(a==null)throw o!=null?new Error("Data is not on GPU but on CPU."):new Error("There is no data on GPU or CPU.");let n=a,u=n.size,l=n.usage,p=this.bufferManager.acquireBuffer(u,l);this.ensureCommandEncoderReady(),this.endComputePassEncoder(),this.commandEncoder.copyBufferToBuffer(a,0,p,0,u),this.submitQueue();let d=this.makeTensorInfo(i,s),h=Ae().makeTensorFromTensorInfo(d),c=this.tensorMap.get(d.dataId);return c.resource=p,{tensorRef:h,buffer:p}}bufferSync(t){let e=this.readSync(t.dataId);if(t.dtype==="string")try{let o=e.map(s=>g.decodeString(s));return Z(t.shape,t.dtype,o)}catch{throw new Error("Failed to decode encoded string bytes into utf-8")}return Z(t.shape,t.dtype,e)}async time(t){!this.supportTimestampQuery&&!this.hasTimestampQueryWarned&&(console.warn("This device doesn't support timestamp-query extension. Start Chrome browser with flag --enable-dawn-features=allow_unsafe_apis to try it again. Otherwise, zero will be shown for the kernel time when profiling mode is enabled."),this.hasTimestampQueryWarned=!0);let e=this.activeTimers,o=[],s=!1;this.programTimersStack==null?(this.programTimersStack=o,s=!0):this.activeTimers.push(o),this.activeTimers=o,t();let i=g.flatten(this.activeTimers.map(l=>l.query)).filter(l=>l!=null),a=g.flatten(this.activeTimers.map(l=>l.name)).filter(l=>l!=null);this.activeTimers=e,s&&(this.programTimersStack=null);let n={uploadWaitMs:this.uploadWaitMs,downloadWaitMs:this.downloadWaitMs,kernelMs:null,wallMs:null},u=await Promise.all(i);return n.kernelMs=g.sum(u),n.getExtraProfileInfo=()=>u.map((l,p)=>({name:a[p],ms:l})).map(l=>`${l.name}: ${l.ms}`).join(", "),this.uploadWaitMs=0,this.downloadWaitMs=0,n}makeTensorInfo(t,e,o){return e==="string"&&o!=null&&o.length>0&&g.isString(o[0])&&(o=o.map(i=>g.encodeString(i))),{dataId:this.write(o,t,e),shape:t,dtype:e}}tensorToBinding(t){if(!t)return null;let o=this.tensorMap.get(t.dataId).resource;return o instanceof GPUBuffer?{buffer:o}:o instanceof GPUTexture?o.createView():o}uploadToGPU(t){let e=this.tensorMap.get(t);if(e.resource!=null)return;let o=dt(e.dtype)*g.sizeFromShape(e.shape),s,i=GPUBufferUsage.STORAGE|GPUBufferUsage.COPY_SRC|GPUBufferUsage.COPY_DST;if(e.values){if(s=this.bufferManager.acquireBuffer(o,i,!0),s.mapState==="unmapped"){let a=this.bufferManager.acquireBuffer(o,GPUBufferUsage.MAP_WRITE|GPUBufferUsage.COPY_SRC,!0,!1),n=a.getMappedRange();e.dtype==="int32"||e.dtype==="bool"?new Int32Array(n).set(e.values):new Float32Array(n).set(e.values),a.unmap(),this.ensureCommandEncoderReady(),this.endComputePassEncoder(),this.commandEncoder.copyBufferToBuffer(a,0,s,0,o),this.stagingPendingDisposal.push(a)}else{let a=s.getMappedRange();e.dtype==="int32"||e.dtype==="bool"?new Int32Array(a).set(e.values):new Float32Array(a).set(e.values),s.unmap()}e.values=null}else s=this.bufferManager.acquireBuffer(o,i);e.resource=s}makeUniforms(t){let e=0,o=0,s=[],i=1;t.forEach(u=>{u.data.length===0&&(u.data=[1]);let l;switch(u.data.length){case 1:l=4;break;case 2:l=8;break;case 3:l=16;break;case 4:l=16;break;case 5:l=16;break;case 6:l=16;break;default:g.assert(!1,()=>`Unsupported ${u.data.length}D shape`)}(o===5||o===6)&&(l=16),l>i&&(i=l),e=Math.ceil(e/l)*l,o=u.data.length,s.push(e),e+=u.data.length*4}),e=Math.ceil(e/i)*i;let a=new ArrayBuffer(e);t.forEach((u,l)=>{let p=s[l];u.type==="int32"?new Int32Array(a,p,u.data.length).set(u.data):u.type==="uint32"?new Uint32Array(a,p,u.data.length).set(u.data):new Float32Array(a,p,u.data.length).set(u.data)});let n=this.bufferManager.acquireBuffer(e,GPUBufferUsage.COPY_DST|GPUBufferUsage.UNIFORM);return this.queue.writeBuffer(n,0,a,0,e),this.uniformPendingDisposal.push(n),{offset:0,size:e,buffer:n}}runWebGPUProgram(t,e,o,s,i){if(i||(i=this.makeTensorInfo(t.outputShape,o)),g.sizeFromShape(i.shape)===0)return this.tensorMap.get(i.dataId).values=g.getTypedArrayFromDType(i.dtype,0),i;this.uploadToGPU(i.dataId),t.dispatch=_s(this.device,t);let a=e.map((u,l)=>{if(u.dtype==="complex64")throw new Error("GPGPUProgram does not support complex64 input. For complex64 dtypes, please separate the program into real and imaginary parts.");return this.uploadToGPU(u.dataId),{dtype:this.tensorMap.get(u.dataId).dtype,shape:u.shape,name:t.variableNames[l]}});t.shaderKey=Br(t,a,i);let n=M().getBool("WEBGPU_ENGINE_COMPILE_ONLY");return t.shaderKey in this.pipelineCache||(this.pipelineCache[t.shaderKey]=_r(this.device,t,a,i,n)),t.pipeline=this.pipelineCache[t.shaderKey],n||this.recordAndSubmit(t,i,e,s),i}recordAndSubmit(t,e,o,s){if(t.pipeline instanceof Promise)throw new Error("Please call checkCompileCompletionAsync to ensure parallel compilation is done!");let i=[],a=[],n="int32";if(t.pixelsOpType==null){i.push({type:"float32",data:[NaN]},{type:"float32",data:[1/0]}),a=o.concat(e).map(c=>c.shape);let h="int32";a.map(c=>{i.push({type:h,data:c});let f=g.computeStrides(c);i.push({type:h,data:f})})}else{let h=g.computeStrides(e.shape);i.push({type:n,data:h})}if(t.size){let h=g.sizeFromShape(t.outputShape);i.push({type:n,data:[t.outputComponent?h/t.outputComponent:h]})}s&&(i=[...i,...s]);let u=[this.tensorToBinding(e),...o.map(h=>this.tensorToBinding(h)),this.makeUniforms(i)];o.forEach(h=>{this.commandQueueOwnedIds.add(h.dataId)}),this.commandQueueOwnedIds.add(e.dataId);let l=this.device.createBindGroup({layout:t.pipeline.getBindGroupLayout(0),entries:u.map((h,c)=>({binding:c,resource:h}))}),p=this.activeTimers!=null;this.ensureCommandEncoderReady();let d={};p&&this.supportTimestampQuery?(this.endComputePassEncoder(),this.querySet==null&&(this.querySet=this.device.createQuerySet({type:"timestamp",count:this.querySetCount})),d.timestampWrites={querySet:this.querySet,beginningOfPassWriteIndex:0,endOfPassWriteIndex:1},this.computePassEncoder=this.commandEncoder.beginComputePass(d)):this.computePassEncoder||(this.computePassEncoder=this.commandEncoder.beginComputePass(d)),this.computePassEncoder.setPipeline(t.pipeline),this.computePassEncoder.setBindGroup(0,l),this.computePassEncoder.dispatchWorkgroups(t.dispatch[0],t.dispatch[1],t.dispatch[2]),this.dispatchCountInPass++,(p||M().get("WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE")<=this.dispatchCountInPass||t.pixelsOpType===be.DRAW)&&(this.endComputePassEncoder(),p?this.activeTimers.push({name:t.constructor.name,query:this.getQueryTime()}):this.submitQueue())}async getQueryTime(){if(!this.supportTimestampQuery)return 0;this.queryResolveBuffer==null&&(this.queryResolveBuffer=this.bufferManager.acquireBuffer(this.querySetCount*8,GPUBufferUsage.COPY_SRC|GPUBufferUsage.COPY_DST|GPUBufferUsage.QUERY_RESOLVE)),this.commandEncoder.resolveQuerySet(this.querySet,0,this.querySetCount,this.queryResolveBuffer,0);let t=this.bufferManager.acquireBuffer(this.querySetCount*8,GPUBufferUsage.MAP_READ|GPUBufferUsage.COPY_DST);this.commandEncoder.copyBufferToBuffer(this.queryResolveBuffer,0,t,0,this.querySetCount*8),this.submitQueue(),await t.mapAsync(GPUMapMode.READ);let e=new BigUint64Array(t.getMappedRange()),o=Number(e[1]-e[0])/1e6;return t.unmap(),this.bufferManager.releaseBuffer(t),o}shouldExecuteOnCPU(t,e=Ns){return M().getBool("WEBGPU_CPU_FORWARD")&&t.every(o=>this.tensorMap.get(o.dataId).resource==null&&g.sizeFromShape(o.shape)<e)}numDataIds(){return this.tensorMap.numDataIds()-this.tensorDataPendingDisposal.length}dispose(){this.disposed||(this.querySet!=null&&this.querySet.destroy(),this.bufferManager.dispose(),this.textureManager.dispose(),this.disposed=!0)}};pe.nextDataId=0;_e()&&wr("webgpu",async()=>{let r={powerPreference:M().get("WEBGPU_USE_LOW_POWER_GPU")?"low-power":"high-performance"},t=await navigator.gpu.requestAdapter(r),e={},o=[];t.features.has("timestamp-query")&&o.push("timestamp-query"),t.features.has("bgra8unorm-storage")&&o.push(["bgra8unorm-storage"]),e.requiredFeatures=o;let s=t.limits;e.requiredLimits={maxComputeWorkgroupStorageSize:s.maxComputeWorkgroupStorageSize,maxComputeWorkgroupsPerDimension:s.maxComputeWorkgroupsPerDimension,maxStorageBufferBindingSize:s.maxStorageBufferBindingSize,maxBufferSize:s.maxBufferSize,maxComputeWorkgroupSizeX:s.maxComputeWorkgroupSizeX,maxComputeInvocationsPerWorkgroup:s.maxComputeInvocationsPerWorkgroup};let i=await t.requestDevice(e),a="info"in t?t.info:"requestAdapterInfo"in t?await t.requestAdapterInfo():void 0;return new pe(i,a)},3);var k;(function(r){r[r.ADD=0]="ADD",r[r.ATAN2=1]="ATAN2",r[r.COMPLEX_MULTIPLY_IMAG=2]="COMPLEX_MULTIPLY_IMAG",r[r.COMPLEX_MULTIPLY_REAL=3]="COMPLEX_MULTIPLY_REAL",r[r.DIV=4]="DIV",r[r.ELU_DER=5]="ELU_DER",r[r.EQUAL=6]="EQUAL",r[r.FLOOR_DIV=7]="FLOOR_DIV",r[r.GREATER=8]="GREATER",r[r.GREATER_EQUAL=9]="GREATER_EQUAL",r[r.LESS=10]="LESS",r[r.LESS_EQUAL=11]="LESS_EQUAL",r[r.LOGICAL_AND=12]="LOGICAL_AND",r[r.LOGICAL_OR=13]="LOGICAL_OR",r[r.MAX=14]="MAX",r[r.MIN=15]="MIN",r[r.MOD=16]="MOD",r[r.MUL=17]="MUL",r[r.NOT_EQUAL=18]="NOT_EQUAL",r[r.POW=19]="POW",r[r.PRELU=20]="PRELU",r[r.SQUARED_DIFFERENCE=21]="SQUARED_DIFFERENCE",r[r.SUB=22]="SUB"})(k||(k={}));var Bs="let resultTemp = a + b;",Ls="let resultTemp = atan2(a, b);",zs="let resultTemp = areal * breal - aimag * bimag;",Ts="let resultTemp = areal * bimag + aimag * breal;",Ms="let resultTemp = a / b;",Us="let resultTemp = select(a * (b + 1.0), a, b >= b - b);",Fs=`
  let zero = sign(a) * 0 + 0;
  let one = sign(b) * 0 + 1;
  let resultTemp = select(zero, one, a == b);
`,Os=`
  let remainder =
      select(a % b, round(a % b), (round(a) == a) & (round(b) == b));
  let quotient = (a - remainder) / b;
  let resultTemp =
      round(select(quotient, quotient - 1, sign(remainder) == -sign(b)));
`,Ws=`
  let zero = sign(a) * 0 + 0;
  let one = sign(b) * 0 + 1;
  let resultTemp = select(zero, one, a > b);
`,Vs=`
  let zero = sign(a) * 0 + 0;
  let one = sign(b) * 0 + 1;
  let resultTemp = select(zero, one, a >= b);
`,Gs=`
  let zero = sign(a) * 0 + 0;
  let one = sign(b) * 0 + 1;
  let resultTemp = select(zero, one, a < b);
`,Hs=`
  let zero = sign(a) * 0 + 0;
  let one = sign(b) * 0 + 1;
  let resultTemp = select(zero, one, a <= b);
`,qs="return f32(a >= 1.0 && b >= 1.0);",Ks=`return (vec4<f32>(a >= vec4<f32>(1.0)) *
  vec4<f32>(b >= vec4<f32>(1.0)));`,Xs="return f32(a >= 1.0 || b >= 1.0);",Qs=`return min(vec4<f32>(a >= vec4<f32>(1.0)) +
  vec4<f32>(b >= vec4<f32>(1.0)), vec4<f32>(1.0));`,js="let resultTemp = max(a, b);",Ys="let resultTemp = min(a, b);",Zs=`
  let isNaN = b == 0.;
  var resultTemp = a % b;
  resultTemp = select((resultTemp + b) % b, resultTemp,
      (a < 0. && b < 0.) || (a >= 0. && b > 0.));
`,Js=`
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
`,ei="let resultTemp = a * b;",ti=`
  var resultTemp = f32(a != b);
  let valueForNaN = 1.0;
`,ri=`
  var resultTemp = vec4<f32>(a != b);
  let valueForNaN = 1.0;
`,oi=`
  let isNaN = a < 0.0 && floor(b) < b;
  if (b == 0.0) {
    return 1.0;
  }
  var resultTemp = select(sign(a) * pow(abs(a), b), pow(abs(a), b),
      round(abs(b) % 2.0) != 1.0);
`,si=`
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
`,ii="if (a < 0.0) { return b * a; }  return a;",ai=`
  let aLessThanZero = vec4<f32>(a < vec4<f32>(0.0));
  return (aLessThanZero * (b * a)) + ((vec4<f32>(1.0) - aLessThanZero) * a);
`,ni="let resultTemp = (a - b) * (a - b);",ui="let resultTemp = a - b;";function ce(r,t){let e;do{switch(r){case k.ATAN2:e=Ls;break;case k.MAX:e=js;break;case k.MIN:e=Ys;break;case k.MOD:e=t?Js:Zs;break;case k.NOT_EQUAL:e=t?ri:ti;break;case k.POW:e=t?si:oi;break;default:continue}let o,s,i;return t?(o="isnanVec4",s="vec4<f32>",i="vec4<bool>"):(o="isnan",s="f32",i="bool"),`
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
    `}while(!1);switch(r){case k.ADD:e=Bs;break;case k.COMPLEX_MULTIPLY_IMAG:e=Ts;break;case k.COMPLEX_MULTIPLY_REAL:e=zs;break;case k.DIV:e=Ms;break;case k.ELU_DER:e=Us;break;case k.EQUAL:e=Fs;break;case k.FLOOR_DIV:e=Os;break;case k.GREATER:e=Ws;break;case k.GREATER_EQUAL:e=Vs;break;case k.LESS:e=Gs;break;case k.LESS_EQUAL:e=Hs;break;case k.LOGICAL_AND:return t?Ks:qs;case k.LOGICAL_OR:return t?Qs:Xs;case k.MUL:e=ei;break;case k.PRELU:return t?ai:ii;case k.SQUARED_DIFFERENCE:e=ni;break;case k.SUB:e=ui;break;default:}return`
    ${e}
    return resultTemp;
  `}var we=class{constructor(t,e,o){this.variableNames=["AReal","AImag","BReal","BImag"],this.workgroupSize=[128,1,1],this.size=!0,this.outputShape=S.assertAndGetBroadcastShape(e,o),this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.shaderKey=`binaryOpComplex_${t}`,this.op=t}getUserCode(){return`
      fn binaryOpComplex(
          areal : f32, aimag : f32, breal : f32, bimag : f32) -> f32 {
        ${ce(this.op,!1)}
      }

      ${b("index")} {
        if(index < uniforms.size) {
          let areal = getARealByOutputIndex(index);
          let aimag = getAImagByOutputIndex(index);
          let breal = getBRealByOutputIndex(index);
          let bimag = getBImagByOutputIndex(index);
          setOutputAtIndex(index, binaryOpComplex(areal, aimag, breal, bimag));
        }
      }
    `}};var ie=class{constructor(t,e,o){if(this.size=!0,this.variableNames=["A","B"],this.outputShape=S.assertAndGetBroadcastShape(e,o),this.dispatchLayout=I(this.outputShape),this.op=t,this.useSharedMemoryWithA=e.length<=1&&o.length>1&&e[0]<128,this.useSharedMemoryWithB=o.length<=1&&e.length>1&&o[0]<128,this.useSharedMemoryWithA||this.useSharedMemoryWithB)this.outputComponent=1,this.variableComponents=[1,1],this.lastDimensionSize=this.useSharedMemoryWithB?o[0]:e[0],this.shaderKey=`binary_${t}_${this.lastDimensionSize}`,this.type="shared",this.workgroupSize=[256,1,1];else{let s=e.length>0&&e[e.length-1]%4===0,i=o.length>0&&o[o.length-1]%4===0;s&&i?(this.outputComponent=4,this.variableComponents=[4,4]):s&&(g.isScalarShape(o)||o[o.length-1]===1)||i&&(g.isScalarShape(e)||e[e.length-1]===1)?(this.outputComponent=4,this.variableComponents=s?[4,1]:[1,4]):(this.outputComponent=1,this.variableComponents=[1,1]),this.type="nonshared",this.shaderKey=`binary_${t}_${this.variableComponents}`,this.workgroupSize=[128,1,1]}this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize,[this.outputComponent,1,1])}getUserCode(){let t,e=this.outputComponent===4?"vec4<f32>":"f32",o=`
    fn binaryOperation(a : ${e}, b : ${e}) -> ${e} {
      ${ce(this.op,this.outputComponent===4)}
    };
    `;if(this.type==="shared"){let s=this.lastDimensionSize>1?`coords[${this.outputShape.length-1}]`:"0",i=this.useSharedMemoryWithB?`let a = getAByOutputIndex(index);
          let b = sharedBuf[${s}];`:`let a = sharedBuf[${s}];
          let b = getBByOutputIndex(index);`;t=`
        ${o}
        var<workgroup> sharedBuf : array<f32, ${this.lastDimensionSize}>;
        ${b("index")} {
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
       ${b("index")} {
         if (index < uniforms.size) {
           let coords = getCoordsFromIndex(index * ${this.outputComponent});
           let a = ${e}(getAByOutputCoords(coords));
           let b = ${e}(getBByOutputCoords(coords));
           setOutputAtIndex(index, binaryOperation(a, b));
         }
       }
       `;return t}};function F(r){let{inputs:t}=r,{x:e}=t;return r.backend.incRef(e.dataId),{dataId:e.dataId,shape:e.shape,dtype:e.dtype}}var Fr={kernelName:Mt,backendName:"webgpu",kernelFunc:F};function he(r){let{inputs:t,backend:e}=r,{real:o,imag:s}=t,i=e.makeTensorInfo(o.shape,"complex64"),a=e.tensorMap.get(i.dataId),n=F({inputs:{x:o},backend:e}),u=F({inputs:{x:s},backend:e});return a.complexTensorInfos={real:n,imag:u},i}var C;(function(r){r[r.ABS=0]="ABS",r[r.ACOS=1]="ACOS",r[r.ACOSH=2]="ACOSH",r[r.ASIN=3]="ASIN",r[r.ASINH=4]="ASINH",r[r.ATAN=5]="ATAN",r[r.ATANH=6]="ATANH",r[r.CEIL=7]="CEIL",r[r.COS=8]="COS",r[r.COSH=9]="COSH",r[r.ELU=10]="ELU",r[r.ERF=11]="ERF",r[r.EXP=12]="EXP",r[r.EXPM1=13]="EXPM1",r[r.FLOOR=14]="FLOOR",r[r.IS_FINITE=15]="IS_FINITE",r[r.IS_INF=16]="IS_INF",r[r.IS_NAN=17]="IS_NAN",r[r.LINEAR=18]="LINEAR",r[r.LOG=19]="LOG",r[r.LOG1P=20]="LOG1P",r[r.LOGICAL_NOT=21]="LOGICAL_NOT",r[r.NEG=22]="NEG",r[r.RELU=23]="RELU",r[r.RELU6=24]="RELU6",r[r.LEAKYRELU=25]="LEAKYRELU",r[r.RECIPROCAL=26]="RECIPROCAL",r[r.ROUND=27]="ROUND",r[r.RSQRT=28]="RSQRT",r[r.SELU=29]="SELU",r[r.SIGMOID=30]="SIGMOID",r[r.SIGN=31]="SIGN",r[r.SIN=32]="SIN",r[r.SINH=33]="SINH",r[r.SOFTPLUS=34]="SOFTPLUS",r[r.SQRT=35]="SQRT",r[r.SQUARE=36]="SQUARE",r[r.STEP=37]="STEP",r[r.TAN=38]="TAN",r[r.TANH=39]="TANH",r[r.TO_INT=40]="TO_INT"})(C||(C={}));var li="return abs(a);",pi=`
  if (abs(a) > 1.) {
    return uniforms.NAN;
  }
  return acos(a);
`,ci=`
  if (a < 1.) {
    return uniforms.NAN;
  }
  return acosh(a);
`,hi=`
  if (abs(a) > 1.) {
    return uniforms.NAN;
  }
  return asin(a);
`,di="return asinh(a);",mi=`
  if (isnan(a)) {
    return uniforms.NAN;
  }
  return atan(a);
`,fi=`
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
`,gi="return ceil(a);",xi="return cos(a);",Ci=`
  let e2x = exp(-a);
  return (e2x + 1.0 / e2x) / 2.0;
`,Si="return exp(a) - 1.0;",bi="if (a >= 0.0) { return a; }  return (exp(a) - 1.0);",wi=`
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
`,vi=`
  // Error function is calculated approximately with elementary function.
  // See "Handbook of Mathematical Functions with Formulas,
  // Graphs, and Mathematical Tables", Abramowitz and Stegun.
  let p = ${S.ERF_P};
  let a1 = ${S.ERF_A1};
  let a2 = ${S.ERF_A2};
  let a3 = ${S.ERF_A3};
  let a4 = ${S.ERF_A4};
  let a5 = ${S.ERF_A5};

  let sign = sign(a);
  let absA = abs(a);
  let t = 1.0 / (1.0 + p * absA);
  return sign * (1.0 - (((((a5 * t + a4) * t) + a3) * t + a2) * t + a1) * t * exp(-absA * absA));
`,yi="return exp(a);",$i="return floor(a);",Ii="return f32(!isnan(a) && !isinf(a));",ki="return f32(isinf(a));",Ri="return f32(isnan(a));",Pi="return a;",Ai=`if (a < 0.0) { return uniforms.NAN; }
  return log(a);`,Ei=`
  if (isnan(a)) { return a; }
  return log(1.0 + a);
`,Di="return f32(!(a >= 1.0));",Ni="return -a;",_i="if (a < 0.0) { return uniforms.alpha * a; } return a;",Bi=`
  let aLessThanZero = vec4<f32>(a < vec4<f32>(0.0));
  return (aLessThanZero * (uniforms.alpha * a)) + ((vec4<f32>(1.0) - aLessThanZero) * a);
`,Li="return 1.0 / a;",zi="return select(a, 0.0, a < 0.0);",Ti="return clamp(a, 0.0, 6.0);",Mi="return clamp(a, vec4<f32>(0.0, 0.0, 0.0, 0.0), vec4<f32>(6.0, 6.0, 6.0, 6.0));",Ui=`
  return select(a, vec4<f32>(0.0), a < vec4<f32>(0.0));
`,Fi="return round(a);",Oi="return inverseSqrt(a);",Wi=`
  if (a >= 0.0) {
    return ${S.SELU_SCALE} * a;
  } else {
    return ${S.SELU_SCALEALPHA} * (exp(a) - 1.0);
  }
`,Vi="return 1.0 / (1.0 + exp(-1.0 * a));",Gi="return sign(a);",Hi="return sin(a);",qi=`
  let e2x = exp(a);
  return (e2x - 1.0 / e2x) / 2.0;
`,Ki=`
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
`,Xi="return sqrt(a);",Qi="return a * a;",ji=`
  if (isnan(a)) {
    return a;
  }

  return select(uniforms.stepAlpha, 1.0, a > 0.0);
`,Yi="return tan(a);",Zi=`
  let e2x = exp(-2.0 * abs(a));
  return sign(a) * (1.0 - e2x) / (1.0 + e2x);
`,Ji="return f32(i32((a)));";function te(r,t){switch(r){case C.ABS:return li;case C.ACOS:return pi;case C.ACOSH:return ci;case C.ASIN:return hi;case C.ASINH:return di;case C.ATAN:return mi;case C.ATANH:return fi;case C.COS:return xi;case C.COSH:return Ci;case C.CEIL:return gi;case C.ELU:return t?wi:bi;case C.ERF:return vi;case C.EXP:return yi;case C.EXPM1:return Si;case C.FLOOR:return $i;case C.IS_FINITE:return Ii;case C.IS_INF:return ki;case C.IS_NAN:return Ri;case C.LINEAR:return Pi;case C.LOG:return Ai;case C.LOG1P:return Ei;case C.LOGICAL_NOT:return Di;case C.NEG:return Ni;case C.LEAKYRELU:return t?Bi:_i;case C.RECIPROCAL:return Li;case C.RELU:return t?Ui:zi;case C.RELU6:return t?Mi:Ti;case C.ROUND:return Fi;case C.RSQRT:return Oi;case C.SELU:return Wi;case C.SIGMOID:return Vi;case C.SIGN:return Gi;case C.SIN:return Hi;case C.SINH:return qi;case C.SOFTPLUS:return Ki;case C.SQRT:return Xi;case C.SQUARE:return Qi;case C.STEP:return ji;case C.TAN:return Yi;case C.TANH:return Zi;case C.TO_INT:return Ji;default:throw new Error(`BinaryType ${r} is not implemented!`)}}var Q=class{constructor(t,e,o=""){this.variableNames=["A"],this.size=!0;let s=128;this.workgroupSize=[s,1,1],this.outputShape=t,this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.op=e,o!==""&&(this.uniforms=o),this.shaderKey=`unary_${e}`}getUserCode(){return`
      fn unaryOperation(a : f32) -> f32 {
        ${te(this.op,!1)}
      }
      ${b("index")} {
        if (index < uniforms.size) {
          let a = getAByOutputIndex(index);
          setOutputAtIndex(index, unaryOperation(a));
        }
      }
      `}};function _({opType:r,cpuKernelImpl:t,dtype:e}){return({inputs:o,backend:s})=>{let{x:i}=o,a=s,n=e||i.dtype;if(a.shouldExecuteOnCPU([i])&&t!=null){let l=a.tensorMap.get(i.dataId),p=t(l.values,n);return a.makeTensorInfo(i.shape,n,p)}let u=new Q(i.shape,r);return a.runWebGPUProgram(u,[i],n)}}function W({opType:r,cpuKernelImpl:t,supportsComplex:e=!1,dtype:o}){return({inputs:s,backend:i})=>{let{a,b:n}=s,u=i;if(e&&a.dtype==="complex64"){let d=u.tensorMap.get(a.dataId),h=u.tensorMap.get(n.dataId),c,f;if(r!==k.MUL)[c,f]=[[d.complexTensorInfos.real,h.complexTensorInfos.real],[d.complexTensorInfos.imag,h.complexTensorInfos.imag]].map(x=>{let[w,$]=x,R={dataId:w.dataId,dtype:w.dtype,shape:a.shape},D={dataId:$.dataId,dtype:$.dtype,shape:n.shape},A=new ie(r,a.shape,n.shape);return u.runWebGPUProgram(A,[R,D],Ce(w.dtype,$.dtype))});else{let x=new we(k.COMPLEX_MULTIPLY_REAL,a.shape,n.shape),w=new we(k.COMPLEX_MULTIPLY_IMAG,a.shape,n.shape),$=[{dataId:d.complexTensorInfos.real.dataId,dtype:d.complexTensorInfos.real.dtype,shape:a.shape},{dataId:d.complexTensorInfos.imag.dataId,dtype:d.complexTensorInfos.imag.dtype,shape:a.shape},{dataId:h.complexTensorInfos.real.dataId,dtype:h.complexTensorInfos.real.dtype,shape:n.shape},{dataId:h.complexTensorInfos.imag.dataId,dtype:h.complexTensorInfos.imag.dtype,shape:n.shape}];c=u.runWebGPUProgram(x,$,"float32"),f=u.runWebGPUProgram(w,$,"float32")}let m=he({inputs:{real:c,imag:f},backend:u});return u.disposeData(c.dataId),u.disposeData(f.dataId),m}let l=o||Ce(a.dtype,n.dtype);if((a.dtype==="string"||n.dtype==="string"||u.shouldExecuteOnCPU([a,n]))&&t!=null){let d=u.tensorMap.get(a.dataId).values,h=u.tensorMap.get(n.dataId).values,c=a.dtype==="string"?S.fromUint8ToStringArray(d):d,f=a.dtype==="string"?S.fromUint8ToStringArray(h):h,[m,x]=t(a.shape,n.shape,c,f,l);return u.makeTensorInfo(x,l,m)}let p=new ie(r,a.shape,n.shape);return u.runWebGPUProgram(p,[a,n],l)}}var{addImpl:Or,castImpl:Wr,ceilImpl:wu,concatImpl:Vr,equalImpl:vu,expImpl:Gr,expm1Impl:yu,floorImpl:$u,floorDivImpl:Iu,gatherNdImpl:ku,gatherV2Impl:Hr,greaterEqualImpl:Ru,greaterImpl:Pu,lessEqualImpl:Au,lessImpl:Eu,logImpl:qr,maxImpl:Kr,maximumImpl:Xr,minimumImpl:Qr,multiplyImpl:jr,negImpl:Yr,notEqualImpl:Zr,prodImpl:Jr,rangeImpl:Du,rsqrtImpl:eo,scatterImpl:Nu,simpleAbsImpl:to,sliceImpl:ro,stridedSliceImpl:oo,stringNGramsImpl:_u,subImpl:so,tileImpl:io,topKImpl:Bu,transposeImpl:ao,uniqueImpl:Lu}=$r;var ta=_({opType:C.ABS,cpuKernelImpl:to}),no={kernelName:"Abs",backendName:"webgpu",kernelFunc:ta};var oa=W({opType:k.ADD,cpuKernelImpl:Or,supportsComplex:!0}),uo={kernelName:"Add",backendName:"webgpu",kernelFunc:oa};var Be=class{constructor(t){this.workPerThread=1,this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=t[0],this.variableNames=t.map((e,o)=>`T${o}`),this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize,[this.workPerThread,1,1]),this.shaderKey="addN"}getUserCode(){let t=[];this.variableNames.forEach(s=>{t.push(`let v${s} = get${s}ByOutputCoords(coords);`)});let e=this.variableNames.map(s=>`v${s}`).join(" + ");return`
      ${b("index")} {
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
    `}};function sa(r){let{inputs:t,backend:e}=r,o=t;if(o.length===1)return F({inputs:{x:o[0]},backend:e});let s=o.map(n=>n.dtype).reduce((n,u)=>Ce(n,u)),i=o.map(n=>n.shape),a=new Be(i);return e.runWebGPUProgram(a,o,s)}var lo={kernelName:It,backendName:"webgpu",kernelFunc:sa};var Le=class{constructor(t){this.variableNames=["x"],this.uniforms="strides : vec2<i32>,",this.workgroupSize=[256,1,1],this.size=!0,this.outputShape=t.outShape,this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.shaderKey="poolWithFilterSizeEqualsOne"}getUserCode(){return`
      ${b("index")} {
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
    `}};var ve=class{constructor(t,e,o=!1,s=!1,i=!1){if(this.variableNames=["x"],this.uniforms="strides : vec2<i32>, pads : vec2<i32>, dilations : vec2<i32>, convDims : vec2<i32>, filterDims : vec2<i32>,",this.workgroupSize=[128,1,1],this.size=!0,e==="avg"&&o)throw new Error("Cannot compute positions for average pool.");this.outputShape=t.outShape,this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.poolType=e,this.computePositions=o,this.flattenPositions=s,this.includeBatchIndex=i,this.shaderKey=`pool2D_${e}_${o}_${s}_${i}`}getUserCode(){let t;this.poolType==="avg"?t="resultValue = resultValue + value; count = count + 1.0;":this.computePositions?t=`let currMaxValue = mix(value, maxValue, maxValueFound);
      if (value >= currMaxValue) {
        maxValue = value;
        maxValueFound = 1.0;
        maxPosition = ${this.flattenPositions?this.includeBatchIndex?"((batch * uniforms.xShape[1] + xR) * uniforms.xShape[2] + xC) * uniforms.xShape[3] + d":"(xR * uniforms.xShape[2] + xC) * uniforms.xShape[3] + d":"wR * uniforms.filterDims.y + wC"};
      }`:t="resultValue = max(value, resultValue);";let e="resultValue";return this.poolType==="avg"&&(e="resultValue / max(count, 1.0)"),`
      ${b("index")} {
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
    `}};function P(r){let{inputs:t,attrs:e}=r,{x:o}=t,{shape:s}=e,i=g.sizeFromShape(o.shape),a=g.inferFromImplicitShape(s,i),n=g.sizeFromShape(a);return g.assert(i===n,()=>`The new shape (${a}) has ${n} elements and the old shape (${o.shape}) has ${i} elements. The new shape and old shape must have the same number of elements.`),r.backend.incRef(o.dataId),{dataId:o.dataId,shape:a,dtype:o.dtype}}var po={kernelName:jt,backendName:"webgpu",kernelFunc:P};var ze=class{constructor(t,e){this.variableNames=["A"],this.workgroupSize=[16,16,1];let o=new Array(t.length);for(let s=0;s<o.length;s++)o[s]=t[e[s]];this.outputShape=o,this.dispatchLayout={x:[0],y:[1]},this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize,[1,1,1]),this.shaderKey="transposeShared"}getUserCode(){g.assert(this.workgroupSize[0]===this.workgroupSize[1],()=>`Must be a square tile, current tile shape is ${this.workgroupSize[0]} x ${this.workgroupSize[1]}`);let t=this.workgroupSize[0];return`
      var<workgroup> tile : array<array<f32, ${this.workgroupSize[0]+1}>, ${this.workgroupSize[0]}>;
      ${b()} {
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
    `}};var Te=class{constructor(t,e){this.variableNames=["A"],this.workPerThread=1,this.workgroupSize=[64,1,1],this.size=!0;let o=new Array(t.length);for(let s=0;s<o.length;s++)o[s]=t[e[s]];this.outputShape=o,this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize,[this.workPerThread,1,1]),this.newDim=e,this.shaderKey=`transpose_${e}`}getUserCode(){let t=L(this.outputShape.length),e=mt(this.newDim);return`
      ${b("index")} {
        for(var i = 0; i < ${this.workPerThread}; i = i + 1) {
          let flatIndex = index * ${this.workPerThread} + i;
          if(flatIndex < uniforms.size) {
            let coords = getCoordsFromIndex(flatIndex);
            setOutputAtIndex(flatIndex, A[getIndexFromCoords${this.outputShape.length}D(
              ${t}(${e}), uniforms.aShape)]);
          }
        }
      }
    `}};function mt(r){let t=r.length;if(t>6)throw Error(`Transpose for rank ${t} is not yet supported`);let e=new Array(t);for(let o=0;o<r.length;o++)e[r[o]]=`coords.${ee(o)}`;return e.join()}function ye(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{perm:i}=o,a=e,n=s.shape.length,u=new Array(n);for(let p=0;p<u.length;p++)u[p]=s.shape[i[p]];if(e.shouldExecuteOnCPU([s])){let d=a.tensorMap.get(s.dataId).values,h=ao(d,s.shape,s.dtype,i,u);return e.makeTensorInfo(u,s.dtype,h)}if(s.shape.length===2&&g.arraysEqual(i,[1,0])){let p=new ze(s.shape,i);return a.runWebGPUProgram(p,[s],s.dtype)}let l=new Te(s.shape,i);return a.runWebGPUProgram(l,[s],s.dtype)}var co={kernelName:fr,backendName:"webgpu",kernelFunc:ye};var Me=class{constructor(t,e,o){this.variableNames=["x"],this.uniforms="reduceSize : i32,",this.size=!0,this.inputShape=[t.batchSize,t.inSize];let[s]=S.computeOutAndReduceShapes(this.inputShape,[1]);this.outputShape=s.length===0?[1]:s,t.inSize>=32768&&o>=512?this.workgroupSize=[512,1,1]:t.inSize>=4096?this.workgroupSize=[256,1,1]:this.workgroupSize=[64,1,1],this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,[1,1,1]),this.reduceType=e,this.shaderKey=`reduce_${e}`}getUserCode(){let t="",e="0.0",o=this.workgroupSize[0];this.reduceType==="min"||this.reduceType==="max"?(t=`
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
       ${b("index")} {
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
     `}};var ia={mean:"float32",all:"bool",any:"bool"};function oe(r,t,e,o,s){let i=r.shape.length,a=[],n=g.parseAxisParam(t,r.shape),u=n,l=S.getAxesPermutation(u,i),p=r;l!=null&&(p=ye({inputs:{x:r},attrs:{perm:l},backend:s}),u=S.getInnerMostAxes(u.length,i),a.push(p)),S.assertAxesAreInnerMostDims(o,u,i);let[d,h]=S.computeOutAndReduceShapes(p.shape,u),c=d;e&&(c=S.expandShapeToKeepDim(d,n));let f;if((o==="max"||o==="prod")&&s.shouldExecuteOnCPU([p])){let m=s.tensorMap.get(p.dataId).values;switch(o){case"max":let x=Kr(m,g.sizeFromShape(h),c,r.dtype);f=s.makeTensorInfo(c,r.dtype,x);break;case"prod":let{outVals:w,outShape:$,outDtype:R}=Jr(p.shape,p.dtype,m,u);f=s.makeTensorInfo($,R,w);break;default:throw new Error(`${o} CPU implementation is not yet supported.`)}}else{let m=g.sizeFromShape(h),w=g.sizeFromShape(p.shape)/m,$={windowSize:m,inSize:m,batchSize:w,outSize:1},R=ia[o]||br(r.dtype),D=[{type:"int32",data:[m]}],A=new Me($,o,s.device.limits.maxComputeWorkgroupSizeX),B=s.runWebGPUProgram(A,[p],R,D);a.push(B),f=P({inputs:{x:B},attrs:{shape:c},backend:s})}return a.forEach(m=>s.disposeData(m.dataId)),f}function ft(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{reductionIndices:i,keepDims:a}=o;return oe(s,i,a,"max",e)}var ho={kernelName:"Max",backendName:"webgpu",kernelFunc:ft};function gt(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{keepDims:i,axis:a}=o;return oe(s,a,i,"mean",e)}var mo={kernelName:Wt,backendName:"webgpu",kernelFunc:gt};function Ue(r,t,e,o){if(t.filterWidth===1&&t.filterHeight===1&&g.arraysEqual(t.inShape,t.outShape))return F({inputs:{x:r},backend:o});if(t.filterWidth===t.inWidth&&t.filterHeight===t.inHeight&&t.batchSize===1&&t.padInfo.type==="VALID"){let a=r.shape.length,n=P({inputs:{x:r},backend:o,attrs:{shape:[r.shape[a-3]*r.shape[a-2],r.shape[a-1]]}}),u;e==="avg"?u=gt({inputs:{x:n},backend:o,attrs:{axis:0,keepDims:!1}}):(g.assert(e==="max",()=>`Invalid pool type ${e}`),u=ft({inputs:{x:n},backend:o,attrs:{reductionIndices:0,keepDims:!1}}));let l=P({inputs:{x:u},backend:o,attrs:{shape:t.outShape}});return o.disposeData(n.dataId),o.disposeData(u.dataId),l}let s,i=[{type:"int32",data:[t.strideHeight,t.strideWidth]}];return t.filterHeight===1&&t.filterWidth===1?s=new Le(t):(e==="avg"?s=new ve(t,"avg"):(g.assert(e==="max",()=>`Invalid pool type ${e}`),s=new ve(t,"max")),i.push({type:"int32",data:[t.padInfo.top,t.padInfo.left]},{type:"int32",data:[t.dilationHeight,t.dilationWidth]},{type:"int32",data:[t.inHeight,t.inWidth]},{type:"int32",data:[t.effectiveFilterHeight,t.effectiveFilterWidth]})),o.runWebGPUProgram(s,[r],r.dtype,i)}function na(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{filterSize:i,strides:a,pad:n,dimRoundingMode:u}=o,p=S.computePool2DInfo(s.shape,i,a,1,n,u);return Ue(s,p,"avg",e)}var fo={kernelName:kt,backendName:"webgpu",kernelFunc:na};function V(r,t=!1,e=!1,o=3){if(r===null)return"";let s="";if(r==="linear")s=te(C.LINEAR);else if(r==="relu")s=te(C.RELU,e);else if(r==="elu")s=te(C.ELU,e);else if(r==="relu6")s=te(C.RELU6,e);else if(r==="prelu")s=ce(k.PRELU,e);else if(r==="sigmoid")s=te(C.SIGMOID,e);else if(r==="leakyrelu")s=te(C.LEAKYRELU,e);else throw new Error(`Activation ${r} has not been implemented for the WebGPU backend.`);let a=E(e?4:1),n="";return t?n=`
      fn activation(a : ${a}, coords : vec${o}<i32>) -> ${a} {
        let b = getPreluActivationWeightsByOutputCoords(coords);
        ${s}
      }`:n=`
      fn activation(a : ${a}, coords : vec${o}<i32>) -> ${a} {
        ${s}
      }`,n}function q(r,t){return`
      ${r?"value = value + getBiasByOutputCoords(coords);":""}
      ${t?"value = activation(value, coords);":""}
      `}function xt(r,t,e=!1,o=!1,s=!1,i=1){g.assert(r&&i===1||!r,()=>`transposeA ${r} is not compatible with component size ${i}`);let a=`
      ${r?"value = getA(batch, col, row);":"value = getA(batch, row, col);"}

    `,n=t?"value = getB(batch, col, row);":"value = getB(batch, row, col);";return`
  fn mm_readA(batch: i32, row: i32, col: i32) -> ${E(i)} {
    var value = ${E(i)}(0.0);
    ${e&&s?a:`
    ${r?"if(row < uniforms.dimAOuter && col < uniforms.dimInner)":"if(row < uniforms.aShape[1] && col < uniforms.aShape[2])"}
    {
      ${a}
    }
    `}
    return value;
  }

  fn mm_readB(batch: i32, row: i32, col: i32) -> ${E(i)} {
    var value = ${E(i)}(0.0);
    ${n}
    return value;
  }
  `}function $e(r,t,e,o,s=!1,i=!1,a=!1,n=1){return`
  ${xt(e,o,s,i,a,n)}
  fn mm_write(batch: i32, row: i32, col: i32, valueIn: ${E(n)}) {
    ${s&&i?"":"if (row < uniforms.dimAOuter && col < uniforms.dimBOuter)"}
    {
      var value = valueIn;
      let coords = vec3<i32>(batch, row, col);
      ${q(r,t)}
      setOutputAtCoords(coords[0], coords[1], coords[2], value);
    }
  }
  `}var ua=(r,t)=>r?`
        mm_Asub[inputRow][inputCol] = mm_readA(batchA,
          kStart + inputRow,
          globalRowStart + inputCol * ${t});
        `:`
        mm_Asub[inputRow][inputCol] = mm_readA(batchA,
          globalRow + innerRow,
          kStart + inputCol * ${t});
        `,la=(r,t,e,o)=>{if(r)return`
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
      }`}};function Ie(r,t,e=!1,o=32,s=!1,i=32,a=!1){let n=t[1]*r[1],u=t[0]*r[0],l=e?n:o,p=e?o:n,d=l/t[0],h=o/t[1],c=r[1],f=r[0];return g.assert((e&&d===4&&r[1]===4||!e&&(d===3||d===4))&&l%t[0]===0&&o%t[1]===0&&r[0]===4,()=>`If transposeA ${e} is true, innerElementSize ${d} and workPerThread[1] ${r[1]} must be 4.
          Otherwise, innerElementSize ${d} must be 3 or 4.
      tileAWidth ${l} must be divisible by workgroupSize[0]${t[0]}. tileInner ${o} must be divisible by workgroupSize[1] ${t[1]}. colPerThread ${r[0]} must be 4.`),`
  var<workgroup> mm_Asub : array<array<vec${d}<f32>, ${l/d}>, ${p}>;
  var<workgroup> mm_Bsub : array<array<vec4<f32>, ${u/r[0]}>, ${o}>;

  ${b()} {
    let localRow = i32(localId.y);
    let tileRow = localRow * ${c};
    let tileCol = i32(localId.x);

    let globalRow = i32(globalId.y) * ${c};
    let globalCol = i32(globalId.x) * ${f};
    let batch = ${s?"0":"i32(globalId.z)"};
    let batchA = ${s||!a?"batch":"batch % uniforms.aShape[0]"};
    let batchB = ${s||!a?"batch":"batch % uniforms.bShape[0]"};
    let globalRowStart = i32(workgroupId.y) * ${n};

    let numTiles = ${s?`${Math.ceil(i/o)}`:`(uniforms.dimInner - 1) / ${o} + 1`};
    var kStart = ${s?`i32(globalId.z) * ${i}`:"0"};

    var acc: array<vec4<f32>, ${c}>;

    // Loop over shared dimension.
    let tileRowB = localRow * ${h};
    for (var t = 0; t < numTiles; t++) {
        // Load one tile of A into local memory.
        for (var innerRow = 0; innerRow < ${c}; innerRow++) {
            let inputRow = tileRow + innerRow;
            let inputCol = tileCol;
            ${ua(e,d)}
        }

        // Load one tile of B into local memory.
        for (var innerRow = 0; innerRow < ${h}; innerRow++) {
            let inputRow = tileRowB + innerRow;
            let inputCol = tileCol;
            mm_Bsub[inputRow][inputCol] = mm_readB(batchB, kStart + inputRow, globalCol);
        }
        kStart = kStart + ${o};
        workgroupBarrier();

        // Compute acc values for a single thread.
        ${la(e,d,c,o)}
        workgroupBarrier();
    }

    for (var innerRow = 0; innerRow < ${c}; innerRow++) {
        mm_write(batch, globalRow + innerRow, globalCol, acc[innerRow]);
    }
  }`}var go=r=>r?`
        mm_Asub[inputRow][inputCol] = mm_readA(batchA,
          kStart + inputRow,
          globalRowStart + inputCol);
        `:`
        mm_Asub[inputRow][inputCol] = mm_readA(batchA,
          globalRowStart + inputRow,
          kStart + inputCol);
        `,pa=r=>r?"let ACached = mm_Asub[k][tileRow + innerRow];":"let ACached = mm_Asub[tileRow + innerRow][k];";function ke(r,t,e=!1,o=32,s=!1,i=32,a=!1,n=!1){let u=r[1]*t[1],l=r[0]*t[0],p=e?u:o,d=e?o:u;g.assert(d%t[1]===0&&p%t[0]===0&&o%t[1]===0,()=>`tileAHight ${d} must be divisible by workgroupSize[1]${t[1]}, tileAWidth ${p} must be divisible by workgroupSize[0]${t[0]}, tileInner ${o} must be divisible by workgroupSize[1]${t[1]}`);let h=d/t[1],c=p/t[0],f=o/t[1],m=r[1],x=r[0],w=a?`
      let localRow = i32(localId.y);
      let localCol = i32(localId.x);
      let globalRowStart = i32(workgroupId.y) * ${u};
      let globalColStart = i32(workgroupId.x) * ${l};

      // Loop over shared dimension.
      for (var t = 0; t < numTiles; t++) {
        // Load one tile of A into local memory.
        for (var inputRow = localRow; inputRow < ${d}; inputRow = inputRow + ${t[1]}) {
          for (var inputCol = localCol; inputCol < ${p}; inputCol = inputCol + ${t[0]}) {
            ${go(e)}
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
        var BCached : array<f32, ${x}>;
        for (var k = 0; k < ${o}; k++) {
          for (var inner = 0; inner < ${x}; inner++) {
            BCached[inner] = mm_Bsub[k][localCol + inner * ${t[0]}];
          }
          for (var innerRow = 0; innerRow < ${m}; innerRow++) {
            let ACached = ${e?`mm_Asub[k][localRow + innerRow * ${t[1]}];`:`mm_Asub[localRow + innerRow * ${t[1]}][k];`}
            for (var innerCol = 0; innerCol < ${x}; innerCol++) {
              acc[innerRow][innerCol] =
                  fma(ACached, BCached[innerCol], acc[innerRow][innerCol]);
            }
          }
        }
        workgroupBarrier();
      }
      for (var innerRow = 0; innerRow < ${m}; innerRow++) {
        let gRow = globalRowStart + localRow + innerRow * ${t[1]};
        for (var innerCol = 0; innerCol < ${x}; innerCol++) {
          let gCol = globalColStart + localCol + innerCol * ${t[0]};
          mm_write(batch, gRow, gCol, acc[innerRow][innerCol]);
        }
      }
      `:`
  let tileRow = i32(localId.y) * ${m};
  let tileCol = i32(localId.x) * ${x};

  let globalRow = i32(globalId.y) * ${m};
  let globalCol = i32(globalId.x) * ${x};
  let globalRowStart = i32(workgroupId.y) * ${u};

  let tileRowA = i32(localId.y) * ${h};
  let tileColA = i32(localId.x) * ${c};
  let tileRowB = i32(localId.y) * ${f};
  // Loop over shared dimension.
  for (var t = 0; t < numTiles; t++) {
    // Load one tile of A into local memory.
    for (var innerRow = 0; innerRow < ${h}; innerRow++) {
      for (var innerCol = 0; innerCol < ${c}; innerCol++) {
        let inputRow = tileRowA + innerRow;
        let inputCol = tileColA + innerCol;
        ${go(e)}
      }
    }

    // Load one tile of B into local memory.
    for (var innerRow = 0; innerRow < ${f}; innerRow++) {
      for (var innerCol = 0; innerCol < ${x}; innerCol++) {
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
    var BCached : array<f32, ${x}>;
    for (var k = 0; k < ${o}; k++) {
      for (var inner = 0; inner < ${x}; inner++) {
        BCached[inner] = mm_Bsub[k][tileCol + inner];
      }

      for (var innerRow = 0; innerRow < ${m}; innerRow++) {
        ${pa(e)}
        for (var innerCol = 0; innerCol < ${x}; innerCol++) {
          acc[innerRow][innerCol] =
              fma(ACached, BCached[innerCol], acc[innerRow][innerCol]);
        }
      }
    }

    workgroupBarrier();
  }

  for (var innerRow = 0; innerRow < ${m}; innerRow++) {
    for (var innerCol = 0; innerCol < ${x}; innerCol++) {
      mm_write(batch, globalRow + innerRow, globalCol + innerCol,
          acc[innerRow][innerCol]);
    }
  }
  `;return`
    var<workgroup> mm_Asub : array<array<f32, ${p}>, ${d}>;
    var<workgroup> mm_Bsub : array<array<f32, ${l}>, ${o}>;

    ${b()} {
      let batch = ${s?"0":"i32(globalId.z)"};
      let batchA = ${s||!n?"batch":"batch % uniforms.aShape[0]"};
      let batchB = ${s||!n?"batch":"batch % uniforms.bShape[0]"};
      let numTiles = ${s?`${Math.ceil(i/o)}`:`(uniforms.dimInner - 1) / ${o} + 1`};
      var kStart = ${s?`i32(globalId.z) * ${i}`:"0"};

      var acc : array<array<f32, ${x}>, ${m}>;

      // Without this initialization strange values show up in acc.
      for (var innerRow = 0; innerRow < ${m}; innerRow++) {
        for (var innerCol = 0; innerCol < ${x}; innerCol++) {
          acc[innerRow][innerCol] = 0.0;
        }
      }
      ${w}
    }
  `}var ca=r=>r?`
      mm_readA(batchA, colA, globalRow),
      mm_readA(batchA, colA + 1, globalRow),
      mm_readA(batchA, colA + 2, globalRow),
      mm_readA(batchA, colA + 3, globalRow)
  `:`
      mm_readA(batchA, globalRow, colA),
      mm_readA(batchA, globalRow, colA + 1),
      mm_readA(batchA, globalRow, colA + 2),
      mm_readA(batchA, globalRow, colA + 3)
  `;function ha(r,t=!1){g.assert(r[1]===1&&r[2]===1,()=>`A linear work group size is required. But got ${r}.`);let e=r[0]*4;return`
    var<workgroup> mm_Asub : array<vec4<f32>, ${r[0]}>;

    ${b()} {
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
        mm_Asub[tileCol] = vec4<f32>(${ca(t)});
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
  `}var Fe=class{constructor(t,e,o=!1,s=!1,i=null,a=null,n=null,u=!1){this.variableNames=["A","B"],this.uniforms="dimAOuter : i32, dimBOuter : i32, dimInner : i32,",this.outputShape=e,this.dispatchLayout={x:[2],y:[1],z:[0]};let l=o?t[1]:t[2];if(this.isVec4=(l%4===0&&!o||e[1]%4===0&&o)&&e[2]%4===0&&!s,this.outputComponent=this.isVec4?4:1,this.isVectorA=e[1]===1&&!o,!this.isVec4&&this.isVectorA)this.elementsPerThread=[1,1,1],this.workgroupSize=[32,1,1];else{let h=zr(e[1],l,e[2],o);this.workgroupSize=h.workgroupSize,this.elementsPerThread=h.elementsPerThread}this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize,this.elementsPerThread);let p=i!=null,d=n!=null;p&&this.variableNames.push("bias"),d&&this.variableNames.push("preluActivationWeights"),this.sequentialAccessByThreads=u,this.transposeA=o,this.transposeB=s,this.addBias=p,this.activation=a,this.hasPreluActivationWeights=d,[this.fitAOuter,this.fitBOuter,this.fitInner]=this.getShapeFit(e[1],e[2],l),this.shaderKey=`matMulPacked_${this.elementsPerThread}_${o}_${s}_${this.activation}_${this.fitAOuter}_${this.fitBOuter}_${this.fitInner}_${this.isVec4}_${this.isVectorA}_${this.sequentialAccessByThreads}`}getShapeFit(t,e,o){let s=this.workgroupSize[1]*this.elementsPerThread[1],i=this.workgroupSize[0]*this.elementsPerThread[0];!this.isVec4&&this.isVectorA?this.tileInner=this.workgroupSize[0]*4:this.tileInner=i;let a=t%s===0,n=e%i===0,u=o%this.tileInner===0;return[a,n,u]}getUserCode(){return`
      ${V(this.activation,this.hasPreluActivationWeights,this.isVec4)}
      ${$e(this.addBias,this.activation,!1,this.transposeB,this.fitAOuter,this.fitBOuter,this.fitInner,this.isVec4?4:1)}
      ${this.isVec4?Ie(this.elementsPerThread,this.workgroupSize,this.transposeA,this.tileInner,!1,null,!0):this.isVectorA?ha(this.workgroupSize,this.transposeA):ke(this.elementsPerThread,this.workgroupSize,this.transposeA,this.tileInner,!1,null,this.sequentialAccessByThreads,!0)}
    `}};function da(r){return`
    var<workgroup> sumValues : array<f32, ${r}>;
    ${b()} {
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
  `}var Oe=class{constructor(t,e=!1,o=!1,s=null,i=null,a=null){this.variableNames=["A","B"],this.uniforms="dimAOuter : i32, dimBOuter : i32, dimInner : i32,",this.workgroupSize=[256,1,1],this.outputShape=t,this.dispatchLayout={x:[],y:[1,2],z:[0]},this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize);let n=s!=null,u=a!=null;n&&this.variableNames.push("bias"),u&&this.variableNames.push("preluActivationWeights"),this.transposeA=e,this.transposeB=o,this.addBias=n,this.activation=i,this.hasPreluActivationWeights=u,this.shaderKey=`matMulReduce_${this.activation}_${e}_${o}`}getUserCode(){return`
      ${V(this.activation,this.hasPreluActivationWeights)}
      ${$e(this.addBias,this.activation,this.transposeA,this.transposeB)}
      ${da(this.workgroupSize[0])}
    `}};function ma(r){let t=r[1],e=r[0],o=t>e?t:e;return`
  var<workgroup> mm_Asub : array<array<f32, ${o}>, ${t}>;
  var<workgroup> mm_Bsub : array<array<f32, ${e}>, ${o}>;

  // If the output size is small for matrix multiplication, avoid to use vec4
  // and handle some elements per thread to optimally utilize the ALU.
  // Read data from global memory to registers firstly, then store them into
  // shared memory, so it is instruction-Level parallelism for arithmetic
  // operations and others handle IO operations between barrier api, makes ALU
  // and load/store units work simultaneously, could improves the performance.
  ${b()} {
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
  `}var We=class{constructor(t,e,o,s=!1,i=!1,a=null,n=null,u=null){this.variableNames=["A","B"],this.uniforms="dimAOuter : i32, dimBOuter : i32, dimInner : i32,",this.workgroupSize=[16,8,1],this.outputShape=o,this.dispatchLayout={x:[2],y:[1],z:[0]},this.dispatch=[Math.ceil(o[2]/this.workgroupSize[0]),Math.ceil(o[1]/this.workgroupSize[1]),o[0]];let l=a!=null;l&&this.variableNames.push("bias");let p=u!=null;p&&this.variableNames.push("preluActivationWeights"),this.transposeA=s,this.transposeB=i,this.addBias=l,this.activation=n,this.hasPreluActivationWeights=p,this.shaderKey=`matMulSmallOutputSize_${this.activation}_${s}_${i}`}getUserCode(){return`
      ${V(this.activation,this.hasPreluActivationWeights)}
      ${$e(this.addBias,this.activation,this.transposeA,this.transposeB)}
      ${ma(this.workgroupSize)}
    `}};var Ve=class{constructor(t,e,o=!1,s=!1){this.variableNames=["A","B"],this.uniforms="dimAOuter : i32, dimBOuter : i32, dimInner : i32,",this.workgroupSize=[8,8,1],this.atomic=!0,this.splitedDimInner=128,g.assert(t[0]===1,()=>"MatMulSplitKProgram only supports batch = 1."),this.outputShape=t,this.dispatchLayout={x:[2],y:[1],z:[0,3]};let i=(o&&this.outputShape[1]%4===0||!o&&e%4===0)&&this.outputShape[2]%4===0;this.elementsPerThread=[4,4,this.splitedDimInner],this.outputComponent=i?4:1,i||(this.outputShape[1]<16&&(this.elementsPerThread[1]=1),this.outputShape[2]<16&&(this.elementsPerThread[0]=1)),this.dispatch=v(this.dispatchLayout,[this.outputShape[0],this.outputShape[1],this.outputShape[2],e],this.workgroupSize,this.elementsPerThread),this.transposeA=o,this.transposeB=s,this.shaderKey=`matMulSplitK_${o}_${s}_${this.elementsPerThread}_${this.outputComponent}`}getUserCode(){let t=this.outputComponent;return`
      ${xt(!1,this.transposeB,!1,!1,!1,t)}
      fn mm_write(batch: i32, row : i32, col : i32, value : ${E(t)}) {
        if (row < uniforms.dimAOuter && col < uniforms.dimBOuter) {
          let coords = vec3<i32>(batch, row, col);
          let flatIndex = getOutputIndexFromCoords(coords);
          // The problem is that we should initialize output to zero before using.
          // Otherwise, the original value will be added to the result.
          for (var i = 0; i < ${t}; i = i + 1) {
            ${Ar("&result[flatIndex + i]",`${t>1?"value[i]":"value"}`,"float32")}
          }
        }
      }
      ${t===4?Ie(this.elementsPerThread,this.workgroupSize,this.transposeA,32,!0,this.splitedDimInner):ke(this.elementsPerThread,this.workgroupSize,this.transposeA,32,!0,this.splitedDimInner)}
    `}},Ge=class{constructor(t,e=null,o=null,s=null){this.uniforms="",this.variableNames=["x"],this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=t,this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.addBias=e!=null,this.hasPreluActivationWeights=s!=null,this.activation=o,this.addBias&&this.variableNames.push("bias"),this.hasPreluActivationWeights&&this.variableNames.push("preluActivationWeights"),this.shaderKey=`biasActivation_${o}`}getUserCode(){return`
    ${V(this.activation,this.hasPreluActivationWeights)}
    ${b("index")} {
      if (index < uniforms.size) {
        let coords = getCoordsFromIndex(index);
        var value = getXByOutputIndex(index);
        ${q(this.addBias,this.activation)}
        setOutputAtIndex(index, value);
      }
    }
    `}};var He=class{constructor(t){this.variableNames=[],this.outputShape=[],this.uniforms="value : f32,",this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=t,this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.shaderKey="fill"}getUserCode(){return`
    ${b("index")} {
      if (index < uniforms.size) {
        setOutputAtIndex(index, uniforms.value);
      }
    }
  `}};function Re(r){let{backend:t,attrs:e}=r,{shape:o,value:s}=e,{dtype:i}=e;if(i=i||g.inferDtype(s),i==="string"){let a=g.getArrayFromDType(i,g.sizeFromShape(o));return a.fill(s),t.makeTensorInfo(o,i,a)}else{let a=new He(o),n=[{type:"float32",data:[s]}];return t.runWebGPUProgram(a,[],i,n)}}var xo={kernelName:zt,backendName:"webgpu",kernelFunc:Re};function ae({a:r,b:t,transposeA:e,transposeB:o,backend:s,bias:i=null,preluActivationWeights:a=null,leakyreluAlpha:n=0,activation:u=null}){let l=r.shape.length,p=t.shape.length,d=e?r.shape[l-2]:r.shape[l-1],h=o?t.shape[p-1]:t.shape[p-2],c=e?r.shape[l-1]:r.shape[l-2],f=o?t.shape[p-2]:t.shape[p-1],m=r.shape.slice(0,-2),x=t.shape.slice(0,-2),w=g.sizeFromShape(m),$=g.sizeFromShape(x),D=vr.assertAndGetBroadcastShape(r.shape.slice(0,-2),t.shape.slice(0,-2)).concat([c,f]);g.assert(d===h,()=>`Error in matMul: inner shapes (${d}) and (${h}) of Tensors with shapes ${r.shape} and ${t.shape} and transposeA=${e} and transposeB=${o} must match.`);let A=e?[w,d,c]:[w,c,d],B=o?[$,f,h]:[$,h,f],z=P({inputs:{x:r},backend:s,attrs:{shape:A}}),T=P({inputs:{x:t},backend:s,attrs:{shape:B}}),N=[z,T],H=Math.max(w,$),X=[z,T],J=[{type:"int32",data:[c]},{type:"int32",data:[f]},{type:"int32",data:[d]}],Y,U,O=[H,c,f],G=M().get("WEBGPU_MATMUL_PROGRAM_TYPE");if(G<0){let ne=M().getNumber("WEBGPU_THRESHOLD_TO_INCREASE_WORKGROUPS_FOR_MATMUL"),ge=ne>0?ne:s.thresholdToIncreaseWorkgroups,xe=H*Math.ceil(c/32)*Math.ceil(f/32);xe<=ge||c<=8&&xe<=ge*2?H*c*f<=128?G=j.MatMulReduceProgram:H===1&&h>=2e3?G=j.MatMulSplitKProgram:G=j.MatMulSmallOutputSizeProgram:G=j.MatMulPackedProgram}switch(G){case j.MatMulReduceProgram:Y=new Oe(O,e,o,i,u,a);break;case j.MatMulSplitKProgram:{if(U=Re({backend:s,attrs:{shape:O,value:0,dtype:r.dtype}}),Y=new Ve(O,h,e,o),i||u){U=s.runWebGPUProgram(Y,X,r.dtype,J,U);let ge=new Ge(U.shape,i,u,a),xe=null,Pe=[U];i&&Pe.push(i),a&&Pe.push(a),u==="leakyrelu"&&(xe=[{type:"float32",data:[n]}],ge.uniforms+=" alpha : f32,");let vt=s.runWebGPUProgram(ge,Pe,U.dtype,xe);N.push(U);let Ss=P({inputs:{x:vt},backend:s,attrs:{shape:D}});N.push(vt);for(let bs of N)s.disposeData(bs.dataId);return Ss}break}case j.MatMulSmallOutputSizeProgram:Y=new We(A,B,O,e,o,i,u,a);break;case j.MatMulPackedProgram:let ne=s.adapterInfo.isIntel();Y=new Fe(A,O,e,o,i,u,a,ne);break;default:throw new Error(`Unsupported MatMulProgramType ${G}.`)}i&&X.push(i),a&&X.push(a),u==="leakyrelu"&&(J.push({type:"float32",data:[n]}),Y.uniforms+=" alpha : f32,"),U=s.runWebGPUProgram(Y,X,r.dtype,J,U);let Cs=P({inputs:{x:U},backend:s,attrs:{shape:D}});N.push(U);for(let ne of N)s.disposeData(ne.dataId);return Cs}function fa(r){let{inputs:t,backend:e,attrs:o}=r,{a:s,b:i}=t,{transposeA:a,transposeB:n}=o;return ae({a:s,b:i,transposeA:a,transposeB:n,backend:e})}var Co={kernelName:Rt,backendName:"webgpu",kernelFunc:fa};var qe=class{constructor(t,e){this.variableNames=["source"],this.workPerThread=1,this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=e,this.rank=e.length,this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize,[this.workPerThread,1,1]),this.start=t,this.uniforms=`start : ${L(t.length)}, `,this.shaderKey="slice"}getUserCode(){let t=L(this.rank),e=ga(this.rank),o;return this.start.length===1?o=this.outputShape.map((i,a)=>"sourceLoc = uniforms.start + coords;"):o=this.outputShape.map((i,a)=>`sourceLoc.${Ct[a]} = uniforms.start.${ee(a)} + coords.${Ct[a]};`),`
      ${b("index")} {
        if (index < uniforms.size) {
          var sourceLoc : ${t};
          let coords = getCoordsFromIndex(index);
          ${o.join(`
`)}
          setOutputAtIndex(index, getSource(${e}));
        }
      }
    `}},Ct=["x","y","z","w","u","v"];function ga(r){if(r===1)return"sourceLoc";if(r<=6)return Ct.slice(0,r).map(t=>`sourceLoc.${t}`).join(",");throw Error(`Slicing for rank ${r} is not yet supported`)}function re(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{begin:i,size:a}=o,[n,u]=ue.parseSliceParams(s,i,a);if(ue.assertParamsValid(s,n,u),e.shouldExecuteOnCPU([s])||s.dtype==="string"){let d=e.tensorMap.get(s.dataId),h=ro(d.values,n,u,s.shape,s.dtype);return e.makeTensorInfo(u,s.dtype,h)}if(g.sizeFromShape(u)===0)return e.makeTensorInfo(u,s.dtype,[]);let l=new qe(n,u),p=[{type:"int32",data:n}];return e.runWebGPUProgram(l,[s],s.dtype,p)}var So={kernelName:rr,backendName:"webgpu",kernelFunc:re};var xa=r=>{let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{blockShape:i,crops:a}=o;g.assert(s.shape.length<=4,()=>"batchToSpaceND for rank > 4 with a WebGPU backend not implemented yet");let n=i.reduce(($,R)=>$*R),u=S.getReshaped(s.shape,i,n),l=S.getPermuted(u.length,i.length),p=S.getReshapedPermuted(s.shape,i,n),d=S.getSliceBeginCoords(a,i.length),h=S.getSliceSize(p,a,i.length),c=[],f=P({inputs:{x:s},backend:e,attrs:{shape:u}}),m=ye({inputs:{x:f},backend:e,attrs:{perm:l}}),x=P({inputs:{x:m},backend:e,attrs:{shape:p}}),w=re({inputs:{x},backend:e,attrs:{begin:d,size:h}});return c.push(f),c.push(m),c.push(x),c.forEach($=>e.disposeData($.dataId)),w},bo={kernelName:Pt,backendName:"webgpu",kernelFunc:xa};var wo=W({opType:k.NOT_EQUAL,dtype:"bool",cpuKernelImpl:Zr});function Ke(r){let{inputs:t,backend:e}=r,{input:o}=t,s=e.tensorMap.get(o.dataId);return F({inputs:{x:s.complexTensorInfos.real},backend:e})}function vo(r,t){let e=new Q(r.shape,C.TO_INT),o=t.runWebGPUProgram(e,[r],"int32");return{dataId:o.dataId,shape:o.shape,dtype:o.dtype}}function St(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{dtype:i}=o;if(i==="complex64"){if(s.dtype==="complex64")return F({inputs:{x:s},backend:e});let a=yr(s.shape),n=St({inputs:{x:s},backend:e,attrs:{dtype:"float32"}}),u=he({inputs:{real:n,imag:a},backend:e});return a.dispose(),e.disposeData(n.dataId),u}if(s.dtype==="complex64"){let a=Ke({inputs:{input:s},backend:e}),n=St({inputs:{x:a},backend:e,attrs:{dtype:i}});return e.disposeData(a.dataId),n}if(!g.hasEncodingLoss(s.dtype,i)){let a=F({inputs:{x:s},backend:e});return{dataId:a.dataId,shape:a.shape,dtype:i}}if(e.shouldExecuteOnCPU([s])){let a=e.tensorMap.get(s.dataId).values,[n,u,l]=Wr(a,s.shape,s.dtype,i);return e.makeTensorInfo(n,u,l)}if(i==="int32")return vo(s,e);if(i==="bool"){let a=e.makeTensorInfo([],"bool",g.getTypedArrayFromDType("bool",1)),u=wo({inputs:{a:s,b:a},backend:e});return e.disposeData(a.dataId),u}throw new Error(`Error in Cast: failed to cast ${s.dtype} to ${i}`)}var yo={kernelName:At,backendName:"webgpu",kernelFunc:St};var Xe=class{constructor(t){this.variableNames=["A"],this.uniforms="minVal : f32, maxVal : f32,",this.workPerThread=4,this.workgroupSize=[64,1,1],this.outputComponent=4,this.size=!0,this.outputShape=t,this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize,[this.workPerThread,1,1]),this.shaderKey="clipVec4"}getUserCode(){return`
      ${b("index")} {
        if(index < uniforms.size) {
          let value = getAByOutputIndex(index);
          var clampedValue = clamp(
              value, vec4<f32>(uniforms.minVal), vec4<f32>(uniforms.maxVal));
          clampedValue = select(clampedValue, value, isnanVec4(value));
          setOutputAtIndex(index, clampedValue);
        }
      }
    `}};var Qe=class{constructor(t){this.variableNames=["A"],this.uniforms="minVal : f32, maxVal : f32,",this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=t,this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.shaderKey="clip"}getUserCode(){return`
      ${b("index")} {
        if(index < uniforms.size) {
          let value = getAByOutputIndex(index);
          if (isnan(value)) {
            setOutputAtIndex(index, value);
            return;
          }
          setOutputAtIndex(index, clamp(value, uniforms.minVal, uniforms.maxVal));
        }
      }
    `}};function Ca(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{clipValueMin:i,clipValueMax:a}=o,n,u=[{type:"float32",data:[i]},{type:"float32",data:[a]}];return g.sizeFromShape(s.shape)%4===0?n=new Xe(s.shape):n=new Qe(s.shape),e.runWebGPUProgram(n,[s],s.dtype,u)}var $o={kernelName:Et,backendName:"webgpu",kernelFunc:Ca};var je=class{constructor(t){this.uniforms="",this.workPerThread=1,this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=S.computeOutShape(t,1),this.variableNames=t.map((e,o)=>`T${o}`),this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize,[this.workPerThread,1,1]),this.offsetLength=t.length-1;for(let e=0;e<this.offsetLength;e++)this.uniforms+=`offset${e} : i32,`;this.shaderKey="concat"}getUserCode(){let t=[];if(this.offsetLength>0){t.push("if (yC < uniforms.offset0){ setOutputAtCoords(coords.x, coords.y, getT0(yR, yC)); }");for(let i=1;i<this.offsetLength;i++)t.push(`else if (yC < uniforms.offset${[i]}){ setOutputAtCoords(coords.x, coords.y, getT${i}(yR, yC - uniforms.offset${i-1})); }`);let o=this.offsetLength,s=this.offsetLength-1;t.push(`else { setOutputAtCoords(coords.x, coords.y, getT${o}(yR, yC - uniforms.offset${s})); }`)}else t.push("setOutputAtCoords(coords.x, coords.y, getT0(yR, yC));");return`
      ${b("index")} {
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
    `}};function Io(r){let{inputs:t,backend:e}=r,{input:o}=t,s=e.tensorMap.get(o.dataId);return F({inputs:{x:s.complexTensorInfos.imag},backend:e})}function de(r,t,e){let o=r[0].dtype;if(o==="complex64"){let f=r.map(R=>Ke({inputs:{input:R},backend:e})),m=r.map(R=>Io({inputs:{input:R},backend:e})),x=de(f,t,e),w=de(m,t,e),$=he({inputs:{real:x,imag:w},backend:e});return f.forEach(R=>e.disposeData(R.dataId)),m.forEach(R=>e.disposeData(R.dataId)),e.disposeData(x.dataId),e.disposeData(w.dataId),$}let s=e.shouldExecuteOnCPU(r);if(o==="string"&&(s=!0),s){let f=r.map(A=>{let z=[-1,g.sizeFromShape(A.shape.slice(t))];return P({inputs:{x:A},backend:e,attrs:{shape:z}})}),m=f.map(A=>({vals:e.readSync(A.dataId),shape:A.shape})),x=S.computeOutShape(f.map(A=>A.shape),1),w=f[0].shape[0]===1,$=Vr(m,x,o,w),R=S.computeOutShape(r.map(A=>A.shape),t),D=e.makeTensorInfo(R,o,$);return f.forEach(A=>e.disposeData(A.dataId)),D}let i=e.device.limits.maxStorageBuffersPerShaderStage-1;if(r.length>i){let f=[];for(let x=0;x<r.length;x+=i){let w=r.slice(x,x+i);f.push(de(w,t,e))}let m=de(f,t,e);for(let x of f)e.disposeData(x.dataId);return m}let{tensors2D:a,outShape:n}=Sa(r,t,e),u=a.map(f=>f.shape),l=new je(u),p=[],d=new Array(u.length-1);if(d.length>0){d[0]=u[0][1],p.push({type:"int32",data:[d[0]]});for(let f=1;f<d.length;f++)d[f]=d[f-1]+u[f][1],p.push({type:"int32",data:[d[f]]})}let h=e.runWebGPUProgram(l,a,a[0].dtype,p);a.forEach(f=>e.disposeData(f.dataId));let c=P({inputs:{x:h},backend:e,attrs:{shape:n}});return e.disposeData(h.dataId),c}function Sa(r,t,e){let o=S.computeOutShape(r.map(i=>i.shape),t);return{tensors2D:r.map(i=>P({inputs:{x:i},backend:e,attrs:{shape:[g.sizeFromShape(i.shape.slice(0,t)),g.sizeFromShape(i.shape.slice(t))]}})),outShape:o}}function bt(r){let{inputs:t,backend:e,attrs:o}=r,{axis:s}=o,i=g.parseAxisParam(s,t[0].shape)[0],a=t.map(l=>l.shape);S.assertParamsConsistent(a,i);let n=S.computeOutShape(t.map(l=>l.shape),i);if(g.sizeFromShape(n)===0)return e.makeTensorInfo(n,t[0].dtype,[]);let u=t.filter(l=>g.sizeFromShape(l.shape)>0);return u.length===1?F({inputs:{x:u[0]},backend:e}):de(u,i,e)}var ko={kernelName:Dt,backendName:"webgpu",kernelFunc:bt};function ba(r,t,e,o,s=!1,i=null,a=!1,n=4,u=4,l=4){let p=N=>{switch(N){case 1:return"resData = f32(x[xIndex]);";case 3:return"resData = vec3<f32>(x[xIndex], x[xIndex + 1], x[xIndex + 2]);";case 4:return"resData = vec4<f32>(x[xIndex / 4]);";default:throw new Error(`innerElementSize ${N} is not supported.`)}},d=N=>{switch(N){case 1:return"return f32(W[row * uniforms.wShape[3] + col]);";case 4:return"return vec4<f32>(W[(row * uniforms.wShape[3] + col) / 4]);";default:throw new Error(`innerElementSize ${N} is not supported.`)}},h=r?`
      let coord = vec4<i32>(batch, xRow, xCol, xCh);
      `:`
      let coord = vec4<i32>(batch, xCh, xRow, xCol);
      `,c=r?`
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
      `,f=r?"uniforms.xShape[1]":"uniforms.xShape[2]",m=r?"uniforms.xShape[2]":"uniforms.xShape[3]",x=r?"row":"col",w=r?"col":"row",$=`
      let inChannels = uniforms.wShape[2];
      let outWidth = ${r?"uniforms.outShape[2]":"uniforms.outShape[3]"};
      let outRow = ${x} / outWidth;
      let outCol = ${x} % outWidth;

      let WRow = ${w} / (uniforms.filterDims[1] * inChannels);
      let WCol = ${w} / inChannels % uniforms.filterDims[1];
      let xRow = outRow * uniforms.strides[0] + uniforms.dilations[0] * WRow - uniforms.pads[0];
      let xCol = outCol * uniforms.strides[1] + uniforms.dilations[1] * WCol - uniforms.pads[1];
      let xCh = ${w} % inChannels;
      var resData = ${E(n)}(0.0);
      // The bounds checking is always needed since we use it to pad zero for
      // the 'same' padding type.
      if (xRow >= 0 && xRow < ${f} && xCol >= 0 && xCol < ${m}) {
        ${h}
        let xIndex = getIndexFromCoords4D(coord, uniforms.xShape);
        ${p(n)}
      }
      return resData;`,R=r?t&&o?`
      ${$}`:`
      if (row < uniforms.dimAOuter && col < uniforms.dimInner) {
        ${$}
      }
      return ${E(n)}(0.0);`:o&&e?`
      ${$}`:`
      if (row < uniforms.dimInner && col < uniforms.dimBOuter) {
        ${$}
      }
      return ${E(n)}(0.0);`,D=`${d(u)}`,A=E(l),B=r?E(n):E(u),z=r?E(u):E(n);return`
      ${V(i,a,l===4,4)}
      fn mm_readA(batch: i32, row : i32, col : i32) -> ${B} {
        ${r?R:D}
      }

      fn mm_readB(batch: i32, row : i32, col : i32) -> ${z} {
        ${r?D:R}
      }

      fn mm_write(batch: i32, row : i32, col : i32, valueIn : ${A}) {
        if (row < uniforms.dimAOuter && col < uniforms.dimBOuter)
        {
        var value = valueIn;
        let outWidth = ${r?"uniforms.outShape[2]":"uniforms.outShape[3]"};
        ${c}
        ${q(s,i)}
        setOutputAtCoords(coords[0], coords[1], coords[2], coords[3], value);
        }
      }`}var Ye=class{constructor(t,e,o,s,i=!1,a=null,n=!1,u=!1){this.variableNames=["x","W"],this.uniforms="filterDims : vec2<i32>, pads : vec2<i32>, strides : vec2<i32>, dilations : vec2<i32>, dimAOuter : i32, dimBOuter : i32, dimInner : i32,",this.outputShape=t.outShape,this.isChannelsLast=t.dataFormat==="channelsLast",this.isVec4=((t.inChannels%4===0||t.inChannels%3===0)&&this.isChannelsLast||t.outWidth%4===0&&!this.isChannelsLast)&&t.outChannels%4===0,this.dispatchLayout=this.isChannelsLast?{x:[3],y:[1,2],z:[0]}:{x:[2,3],y:[1],z:[0]},this.workgroupSize=Tr(this.dispatchLayout,this.outputShape,this.isVec4),this.elementsPerThread=Mr(this.dispatchLayout,this.outputShape,this.isVec4),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize,this.elementsPerThread),this.isVec4?(this.outputComponent=4,this.isChannelsLast&&t.inChannels%4!==0?(this.innerElementSize=3,this.variableComponents=[1,4]):(this.innerElementSize=4,this.variableComponents=[4,4]),i&&(this.variableNames.push("bias"),this.variableComponents.push(4)),n&&(this.variableNames.push("preluActivationWeights"),this.variableComponents.push(4))):(this.innerElementSize=this.elementsPerThread[0],i&&this.variableNames.push("bias"),n&&this.variableNames.push("preluActivationWeights")),this.sequentialAccessByThreads=u,this.addBias=i,this.activation=a,this.hasPreluActivationWeights=n,this.tileAOuter=this.workgroupSize[1]*this.elementsPerThread[1],this.tileBOuter=this.workgroupSize[0]*this.elementsPerThread[0],this.tileInner=Math.max(this.workgroupSize[0]*this.innerElementSize,this.workgroupSize[1]),this.fitAOuter=e%this.tileAOuter===0,this.fitBOuter=o%this.tileBOuter===0,this.fitInner=s%this.tileInner===0,this.shaderKey=`conv2DMM_${this.elementsPerThread}_${this.activation}}_${this.fitAOuter}_${this.fitBOuter}_${this.fitInner}_${this.isVec4}_${this.innerElementSize}_${this.isChannelsLast}_${this.sequentialAccessByThreads}`}getUserCode(){let t=this.isVec4?Ie(this.elementsPerThread,this.workgroupSize,!this.isChannelsLast,this.tileInner):ke(this.elementsPerThread,this.workgroupSize,!this.isChannelsLast,this.tileInner,!1,null,this.sequentialAccessByThreads),e=this.isVec4?[this.innerElementSize,4,4]:[1,1,1];return`
    ${ba(this.isChannelsLast,this.fitAOuter,this.fitBOuter,this.fitInner,this.addBias,this.activation,this.hasPreluActivationWeights,e[0],e[1],e[2])}
    ${t}
  `}};var Ze=class{constructor(t,e=!1,o=null,s=!1){this.variableNames=["x","W"],this.uniforms="filterDims: vec2<i32>, pads: vec2<i32>, strides: vec2<i32>, dilations: vec2<i32>,",this.workgroupSize=[4,4,8],this.outputShape=t.outShape,this.isChannelsLast=t.dataFormat==="channelsLast",this.dispatchLayout=this.isChannelsLast?{x:[2],y:[1],z:[0,3]}:{x:[3],y:[2],z:[0,1]},this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.addBias=e,this.activation=o,this.hasPreluActivationWeights=s,e&&this.variableNames.push("bias"),s&&this.variableNames.push("preluActivationWeights"),this.shaderKey=`conv2dnaive_${this.activation}_${this.isChannelsLast}`}getUserCode(){return`
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
       ${b("index")} {
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
     `}};var Je=class{constructor(t,e){this.variableNames=["x"],this.uniforms=`pads : vec2<i32>, strides : vec2<i32>, dilations : vec2<i32>, outWidth : i32, itemsPerBlockRow : i32,
       inChannels : i32,`,this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=t,this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.isChannelsLast=e,this.shaderKey=`im2col_${this.isChannelsLast}`}getUserCode(){let t=this.isChannelsLast?1:2,e=this.isChannelsLast?2:3,o=this.isChannelsLast?"coords[1]":"coords[2]",s=this.isChannelsLast?"coords[2]":"coords[1]",i=this.isChannelsLast?"getX(batch, xRow, xCol, ch)":"getX(batch, ch, xRow, xCol)";return`
    ${b("index")} {
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
   `}};function et(r,t){let e=r.length;return e>=3?t?[...r.slice(0,-3),r[e-3]*r[e-2],r[e-1]]:[...r.slice(0,-3),r[e-3],r[e-2]*r[e-1]]:!t&&e===1&&r[0]>1?[r[0],1]:null}function wa({x:r,filter:t,convInfo:e,backend:o,bias:s=null,preluActivationWeights:i=null,leakyreluAlpha:a=0,activation:n=null}){let u=e.dataFormat==="channelsLast",l=!u,p=!1,d=u&&e.filterHeight===e.inHeight&&e.filterWidth===e.inWidth&&e.padInfo.type==="VALID",h=[],c,f;if(d){let w=e.inHeight*e.inWidth*e.inChannels;c=P({inputs:{x:r},backend:o,attrs:{shape:[1,e.batchSize,w]}}),f=P({inputs:{x:t},backend:o,attrs:{shape:[1,w,e.outChannels]}})}else c=P({inputs:{x:r},backend:o,attrs:{shape:u?[e.batchSize,e.inHeight*e.inWidth,e.inChannels]:[e.batchSize,e.inChannels,e.inHeight*e.inWidth]}}),f=P({inputs:{x:t},backend:o,attrs:{shape:[1,e.inChannels,e.outChannels]}});if(h.push(c),h.push(f),i!=null){let w=et(i.shape,u);w!=null&&(i=P({inputs:{x:i},backend:o,attrs:{shape:w}}),h.push(i))}if(s!=null){let w=et(s.shape,u);w!=null&&(s=P({inputs:{x:s},backend:o,attrs:{shape:w}}),h.push(s))}let m=ae({a:u?c:f,b:u?f:c,transposeA:l,transposeB:p,backend:o,bias:s,activation:n,preluActivationWeights:i,leakyreluAlpha:a}),x=P({inputs:{x:m},backend:o,attrs:{shape:e.outShape}});h.push(m);for(let w of h)o.disposeData(w.dataId);return x}function va({x:r,filter:t,convInfo:e,backend:o,bias:s=null,preluActivationWeights:i=null,leakyreluAlpha:a=0,activation:n=null}){let{filterWidth:u,filterHeight:l,inChannels:p,strideWidth:d,strideHeight:h,padInfo:c,outWidth:f,outHeight:m,dilationWidth:x,dilationHeight:w,dataFormat:$}=e,R=$==="channelsLast",D=u*l*p,A=m*f,B=R?[e.batchSize,A,D]:[e.batchSize,D,A],z=new Je(B,R),T=[{type:"int32",data:[c.top,c.left]},{type:"int32",data:[h,d]},{type:"int32",data:[w,x]},{type:"int32",data:[f]},{type:"int32",data:[p*u]},{type:"int32",data:[p]}],N=o.runWebGPUProgram(z,[r],r.dtype,T),H=[];H.push(N);let X=P({inputs:{x:t},backend:o,attrs:{shape:[1,D,-1]}});if(H.push(X),i!=null){let G=et(i.shape,R);G!=null&&(i=P({inputs:{x:i},backend:o,attrs:{shape:G}}),H.push(i))}if(s!=null){let G=et(s.shape,R);G!=null&&(s=P({inputs:{x:s},backend:o,attrs:{shape:G}}),H.push(s))}let U=ae({a:R?N:X,b:R?X:N,transposeA:!R,transposeB:!1,backend:o,bias:s,activation:n,preluActivationWeights:i,leakyreluAlpha:a}),O=P({inputs:{x:U},backend:o,attrs:{shape:e.outShape}});H.push(U);for(let G of H)o.disposeData(G.dataId);return O}function tt({x:r,filter:t,convInfo:e,backend:o,bias:s=null,preluActivationWeights:i=null,leakyreluAlpha:a=0,activation:n=null}){let u=s!=null,l=i!=null,p=e.dataFormat==="channelsLast",d=p&&e.filterHeight===e.inHeight&&e.filterWidth===e.inWidth&&e.padInfo.type==="VALID",h=M().getBool("WEBGPU_USE_NAIVE_CONV2D_DEBUG");if(!h&&(d||e.filterHeight===1&&e.filterWidth===1&&e.dilationHeight===1&&e.dilationWidth===1&&e.strideHeight===1&&e.strideWidth===1&&(e.padInfo.type==="SAME"||e.padInfo.type==="VALID")))return wa({x:r,filter:t,convInfo:e,backend:o,bias:s,activation:n,preluActivationWeights:i,leakyreluAlpha:a});let c=M().getNumber("WEBGPU_THRESHOLD_TO_INCREASE_WORKGROUPS_FOR_MATMUL"),f=c>-1?c:o.thresholdToIncreaseWorkgroups,m=e.batchSize*Math.ceil(e.outHeight*e.outWidth/32)*Math.ceil(e.outChannels/32);if(M().getBool("WEBGPU_CONV_SEPARATE_IM2COL_SHADER")||m<=f)return va({x:r,filter:t,convInfo:e,backend:o,bias:s,preluActivationWeights:i,leakyreluAlpha:a,activation:n});let x,w=[e.padInfo.top,e.padInfo.left],$=[{type:"int32",data:[e.filterHeight,e.filterWidth]},{type:"int32",data:[...w]},{type:"int32",data:[e.strideHeight,e.strideWidth]},{type:"int32",data:[e.dilationHeight,e.dilationWidth]}];if(h)x=new Ze(e,u,n,l);else{let B=p?e.outHeight*e.outWidth:e.outChannels,z=p?e.outChannels:e.outHeight*e.outWidth,T=e.filterHeight*e.filterWidth*e.inChannels;$.push({type:"int32",data:[B]},{type:"int32",data:[z]},{type:"int32",data:[T]});let N=o.adapterInfo.isIntel();x=new Ye(e,B,z,T,u,n,l,N)}let R=[],D=[r,t];u&&(!p&&s.shape.length===1&&(s=P({inputs:{x:s},backend:o,attrs:{shape:[s.shape[0],1,1]}}),R.push(s)),D.push(s)),l&&(!p&&i.shape.length===1&&(i=P({inputs:{x:i},backend:o,attrs:{shape:[i.shape[0],1,1]}}),R.push(i)),D.push(i)),n==="leakyrelu"&&($.push({type:"float32",data:[a]}),x.uniforms+=" alpha : f32,");let A=o.runWebGPUProgram(x,D,r.dtype,$);for(let B of R)o.disposeData(B.dataId);return A}function ya(r){let{inputs:t,attrs:e,backend:o}=r,{x:s,filter:i}=t,{strides:a,pad:n,dataFormat:u,dilations:l,dimRoundingMode:p}=e,d=S.convertConv2DDataFormat(u),h=S.computeConv2DInfo(s.shape,i.shape,a,l,n,p,!1,d);return tt({x:s,filter:i,convInfo:h,backend:o})}var Ro={kernelName:Nt,backendName:"webgpu",kernelFunc:ya};var rt=class{constructor(t,e,o,s=!1,i=null,a=!1){this.variableNames=["x","W"],this.uniforms="pads : vec2<i32>, inDims : vec2<i32>,",this.workgroupSize=[16,16,1],this.outputShape=t,this.dispatchLayout={x:[3],y:[2],z:[0,1]},this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),s&&this.variableNames.push("bias"),a&&this.variableNames.push("preluActivationWeights"),this.addBias=s,this.activation=i,this.hasPreluActivation=a,this.filterHeight=e,this.filterWidth=o,this.shaderKey=`depthwiseNCHW_${this.activation}_${this.filterHeight}_${this.filterWidth}`}getUserCode(){let t=this.filterWidth*this.filterHeight,e=this.workgroupSize[0]*this.workgroupSize[1]*this.workgroupSize[2],o=this.workgroupSize[1]+this.filterHeight-1,s=this.workgroupSize[0]+this.filterWidth-1;return`
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

      ${b()} {
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
    `}};var me=class{constructor(t,e=!1,o=null,s=!1){this.variableNames=["x","W"],this.uniforms="pads : vec2<i32>, inDims : vec2<i32>, virtualWidth : i32,",this.workgroupSize=[64,1,1],this.workPerThread=4,this.outputComponent=4,this.outputShape=t.outShape,this.virtualWidth=Math.ceil(this.outputShape[2]/this.workPerThread)*this.workPerThread;let i=[this.outputShape[0],this.outputShape[1],this.virtualWidth,this.outputShape[3]];this.dispatchLayout=I(i),this.dispatch=v(this.dispatchLayout,i,this.workgroupSize,[this.outputComponent*this.workPerThread,1,1]),g.assert(t.dataFormat==="channelsLast",()=>"TODO: NCHW is unimplemented"),e&&this.variableNames.push("bias"),s&&this.variableNames.push("preluActivationWeights"),this.convInfo=t,this.addBias=e,this.activation=o,this.hasPreluActivation=s,this.shaderKey=`depthwiseVec4_${o}_${this.convInfo.filterHeight}_${this.convInfo.filterWidth}_${this.convInfo.strideHeight}_${this.convInfo.strideWidth}_${this.workPerThread}`}getUserCode(){let t=(this.workPerThread-1)*this.convInfo.strideWidth+this.convInfo.filterWidth,e=this.convInfo.strideHeight,o=this.convInfo.strideWidth;return`
      ${V(this.activation,this.hasPreluActivation,!0,4)}
      fn readX(batch : i32, row : i32, col : i32, channel : i32) -> vec4<f32> {
        var value = vec4<f32>(0.0);
        if (col >=0 && col < uniforms.inDims[1]) {
          value = getX(batch, row, col, channel);
        }
        return value;
      }

      ${b("index")} {
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
    `}};var fe=class{constructor(t,e=!1,o=null,s=!1){this.variableNames=["x","W"],this.uniforms=`pads : vec2<i32>, inDims : vec2<i32>, filterHeight : i32,
      filterWidth : i32, strides : vec2<i32>, dilations : vec2<i32>,`,this.workgroupSize=[256,1,1],this.size=!0,this.outputShape=t.outShape,this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.isChannelsLast=t.dataFormat==="channelsLast",e&&this.variableNames.push("bias"),s&&this.variableNames.push("preluActivationWeights"),this.convInfo=t,this.addBias=e,this.activation=o,this.hasPreluActivation=s,this.shaderKey=`depthwise_${this.activation}_${this.isChannelsLast}`}getUserCode(){let t=this.isChannelsLast?"getX(batch, xR, xC, d1);":"getX(batch, d1, xR, xC);";return`
      ${V(this.activation,this.hasPreluActivation,!1,4)}

      ${b("index")} {
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
    `}};function $a(r){let{inputs:t,backend:e,attrs:o}=r,{x:s,filter:i}=t,{strides:a,pad:n,dataFormat:u,dilations:l,dimRoundingMode:p}=o,d=S.convertConv2DDataFormat(u),h=l;h==null&&(h=[1,1]);let c=S.computeConv2DInfo(s.shape,i.shape,a,h,n,p,!0,d),f=[{type:"int32",data:[c.padInfo.top,c.padInfo.left]},{type:"int32",data:[c.inHeight,c.inWidth]}],m=c.dataFormat==="channelsLast",x;return!m&&c.inHeight>16&&c.inWidth>16&&c.strideHeight===1&&c.strideWidth===1&&c.dilationWidth===1&&c.dilationHeight===1&&c.inChannels===c.outChannels?x=new rt(c.outShape,c.filterHeight,c.filterWidth):m&&c.outHeight>4&&c.outWidth>4&&c.strideWidth<=2&&c.inChannels===c.outChannels&&c.dilationHeight===1&&c.dilationWidth===1&&c.inChannels%4===0?(x=new me(c),f.push({type:"int32",data:[x.virtualWidth]})):(x=new fe(c),f.push({type:"int32",data:[c.filterHeight]},{type:"int32",data:[c.filterWidth]},{type:"int32",data:[c.strideHeight,c.strideWidth]},{type:"int32",data:[c.dilationHeight,c.dilationWidth]})),e.runWebGPUProgram(x,[s,i],s.dtype,f)}var Po={kernelName:_t,backendName:"webgpu",kernelFunc:$a};var ka=_({opType:C.ELU}),Ao={kernelName:"Elu",backendName:"webgpu",kernelFunc:ka};var Pa=_({opType:C.ERF}),Eo={kernelName:"Erf",backendName:"webgpu",kernelFunc:Pa};var Ea=_({opType:C.EXP,cpuKernelImpl:Gr,dtype:"float32"}),Do={kernelName:"Exp",backendName:"webgpu",kernelFunc:Ea};function ot(r){let{inputs:t,attrs:e,backend:o}=r,{dim:s}=e,{input:i}=t,a=i.shape.length,n=i.shape.slice(),u=s;return s<0&&(g.assert(-(a+1)<=s,()=>`Axis must be in the interval [${-(a+1)}, ${a}]`),u=a+s+1),n.splice(u,0,1),P({inputs:{x:i},backend:o,attrs:{shape:n}})}var No={kernelName:Lt,backendName:"webgpu",kernelFunc:ot};function Da(r){let{inputs:t,backend:e,attrs:o}=r,{x:s,filter:i,bias:a,preluActivationWeights:n}=t,{strides:u,pad:l,dataFormat:p,dilations:d,dimRoundingMode:h,activation:c,leakyreluAlpha:f}=o,m=S.convertConv2DDataFormat(p),x=S.computeConv2DInfo(s.shape,i.shape,u,d,l,h,!1,m);return tt({x:s,filter:i,convInfo:x,backend:e,bias:a,preluActivationWeights:n,leakyreluAlpha:f,activation:c})}var _o={kernelName:Cr,backendName:"webgpu",kernelFunc:Da};function Na(r){let{inputs:t,backend:e,attrs:o}=r,{x:s,filter:i,bias:a,preluActivationWeights:n}=t,{strides:u,pad:l,dilations:p,dimRoundingMode:d,activation:h,leakyreluAlpha:c}=o,f=p;f==null&&(f=[1,1]),g.assert(S.eitherStridesOrDilationsAreOne(u,f),()=>`Error in depthwiseConv2d: Either strides or dilations must be 1. Got strides ${u} and dilations '${f}'`);let m=S.computeConv2DInfo(s.shape,i.shape,u,f,l,d,!0),x=[s,i],w=a!=null,$=n!=null;w&&x.push(a),$&&x.push(n);let R=[{type:"int32",data:[m.padInfo.top,m.padInfo.left]},{type:"int32",data:[m.inHeight,m.inWidth]}],D;return m.outHeight>4&&m.outWidth>4&&m.strideWidth<=2&&m.inChannels===m.outChannels&&m.dilationHeight===1&&m.dilationWidth===1&&m.inChannels%4===0?(D=new me(m,w,h,$),R.push({type:"int32",data:[D.virtualWidth]})):(D=new fe(m,w,h,$),R.push({type:"int32",data:[m.filterHeight]},{type:"int32",data:[m.filterWidth]},{type:"int32",data:[m.strideHeight,m.strideWidth]},{type:"int32",data:[m.dilationHeight,m.dilationWidth]})),h==="leakyrelu"&&(R.push({type:"float32",data:[c]}),D.uniforms+=" alpha : f32,"),e.runWebGPUProgram(D,x,"float32",R)}var Bo={kernelName:Sr,backendName:"webgpu",kernelFunc:Na};var st=class{constructor(t,e){this.variableNames=["A","indices"],this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=t.slice(),this.aShape=t,this.outputShape=e,this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.shaderKey="gather"}getUserCode(){let t=_a(this.aShape);return`
      ${b("index")} {
        if (index < uniforms.size) {
          let resRC = getCoordsFromIndex(index);
          let indexZ = i32(getIndices(resRC.x, resRC.z));
          let inBounds = select(0.0, 1.0, indexZ >= 0 && indexZ < uniforms.aShape[2]);
          setOutputAtIndex(index, inBounds * getA(${t}));
        }
      }
    `}};function _a(r){let t=["resRC.x","resRC.y","resRC.z","resRC.w"],e=[];for(let o=0;o<r.length;o++)o===2?e.push("indexZ"):e.push(`${t[o]}`);return e.join()}function Ba(r){let{inputs:t,backend:e,attrs:o}=r,{x:s,indices:i}=t,{axis:a,batchDims:n}=o,u=g.parseAxisParam(a,s.shape)[0],l=S.segment_util.collectGatherOpShapeInfo(s,i,u,n),p=g.sizeFromShape(i.shape),d=[],h=P({inputs:{x:s},backend:e,attrs:{shape:[l.batchSize,l.outerSize,l.dimSize,l.sliceSize]}}),c=P({inputs:{x:i},backend:e,attrs:{shape:[l.batchSize,p/l.batchSize]}});d.push(h),d.push(c);let f=[l.batchSize,l.outerSize,p/l.batchSize,l.sliceSize];if(e.shouldExecuteOnCPU([s,i])){let R=e.tensorMap.get(c.dataId).values,D=Z(c.shape,c.dtype,R),B=e.tensorMap.get(h.dataId).values,z=Z(h.shape,h.dtype,B),T=Hr(z,D,f);return d.forEach(N=>e.disposeData(N.dataId)),e.makeTensorInfo(l.outputShape,T.dtype,T.values)}let m=new st(h.shape,f),x=e.runWebGPUProgram(m,[h,c],h.dtype);d.push(x);let w=P({inputs:{x},backend:e,attrs:{shape:l.outputShape}});return d.forEach($=>e.disposeData($.dataId)),w}var Lo={kernelName:Tt,backendName:"webgpu",kernelFunc:Ba};function La(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{alpha:i}=o,a=[{type:"float32",data:[i]}],n=new Q(s.shape,C.LEAKYRELU,"alpha : f32,");return e.runWebGPUProgram(n,[s],"float32",a)}var zo={kernelName:Ut,backendName:"webgpu",kernelFunc:La};var Ta=_({opType:C.LOG,cpuKernelImpl:qr}),To={kernelName:"Log",backendName:"webgpu",kernelFunc:Ta};function Ma(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{filterSize:i,strides:a,pad:n,dimRoundingMode:u}=o,p=S.computePool2DInfo(s.shape,i,a,1,n,u);return Ue(s,p,"max",e)}var Mo={kernelName:Ot,backendName:"webgpu",kernelFunc:Ma};var Ua=W({opType:k.MAX,cpuKernelImpl:Xr}),Uo={kernelName:Ft,backendName:"webgpu",kernelFunc:Ua};function Oa(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{axis:i,keepDims:a}=o;return oe(s,i,a,"min",e)}var Fo={kernelName:"Min",backendName:"webgpu",kernelFunc:Oa};var Wa=W({opType:k.MIN,cpuKernelImpl:Qr}),Oo={kernelName:Vt,backendName:"webgpu",kernelFunc:Wa};var it=class{constructor(t,e,o){this.uniforms="",this.variableNames=["x"],this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=e.map((s,i)=>s[0]+t[i]+s[1]),this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.xShape=t,e.map((s,i)=>{this.uniforms+=` pad${i} : vec2<i32>,`}),this.offset=o==="reflect"?0:1,this.shaderKey=`mirrorPad_${o}`}getUserCode(){let t=this.xShape.length,e=this.xShape.map((l,p)=>`uniforms.pad${p}[0]`).join(","),o=this.xShape.map((l,p)=>`uniforms.pad${p}[0] + uniforms.xShape${t>1?`[${p}]`:""}`).join(","),s=t===1?"start":"start[i]",i=t===1?"end":"end[i]",a=t===1?"outC":"outC[i]",n=L(t),u=t>1?["coords[0]","coords[1]","coords[2]","coords[3]"].slice(0,t):"coords";return`
      ${b("index")} {
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
    `}};var Wo={kernelName:Gt,backendName:"webgpu",kernelFunc:({inputs:r,attrs:t,backend:e})=>{let{x:o}=r,{paddings:s,mode:i}=t,a=e,n=s.map(p=>({type:"int32",data:[p[0],p[1]]})),u=new it(o.shape,s,i);return a.runWebGPUProgram(u,[o],o.dtype,n)}};var Va=W({opType:k.MUL,cpuKernelImpl:jr,supportsComplex:!0}),Vo={kernelName:Ht,backendName:"webgpu",kernelFunc:Va};function Ha(r){let{inputs:t,backend:e}=r,{x:o}=t;if(e.shouldExecuteOnCPU([o])){let i=e.tensorMap.get(o.dataId),[a,n]=Yr(i.values,o.shape,o.dtype);return e.makeTensorInfo(n,o.dtype,a)}let s=new Q(o.shape,C.NEG);return e.runWebGPUProgram(s,[o],o.dtype)}var Go={kernelName:"Neg",backendName:"webgpu",kernelFunc:Ha};function qa(r){let{inputs:t,backend:e,attrs:o}=r,{axis:s}=o;if(t.length===1)return ot({inputs:{input:t[0]},backend:e,attrs:{dim:s}});let i=t[0].shape,a=t[0].dtype;t.forEach(p=>{g.assertShapesMatch(i,p.shape,"All tensors passed to stack must have matching shapes"),g.assert(a===p.dtype,()=>"All tensors passed to stack must have matching dtypes")});let n=[],u=t.map(p=>{let d=ot({inputs:{input:p},backend:e,attrs:{dim:s}});return n.push(d),d}),l=bt({inputs:u,backend:e,attrs:{axis:s}});return n.forEach(p=>e.disposeData(p.dataId)),l}var Ho={kernelName:qt,backendName:"webgpu",kernelFunc:qa};function wt(r,t=!1){let e=r.length,o=L(e),s=r.map((d,h)=>`uniforms.pad${h}[0]`).join(","),i=r.map((d,h)=>`uniforms.pad${h}[0] + uniforms.xShape${e>1?`[${h}]`:""}`).join(","),a=e>1?`${o}(${s})`:`${s}`,n=e>1?`${o}(${i})`:`${i}`,u=e>1?"any(paddedCoords < start)":"paddedCoords < start",l=e>1?"any(paddedCoords >= end)":"paddedCoords >= end",p=e>1?["coords[0]","coords[1]","coords[2]","coords[3]"].slice(0,e):"coords";return`
        let start = ${a};
        let end = ${n};
        if (${u} || ${l}) {
          setOutputAtIndex(index, ${t?0:"uniforms.constantValue"});
        } else {
          let coords = paddedCoords - start;
          setOutputAtIndex(index, getX(${p}));
        }
  `}var at=class{constructor(t,e){this.variableNames=["x"],this.uniforms="constantValue : f32,",this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=e.map((o,s)=>o[0]+t[s]+o[1]),this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),e.map((o,s)=>{this.uniforms+=` pad${s} : vec2<i32>,`}),this.xShape=t,this.shaderKey="pad"}getUserCode(){return`
      ${b("index")} {
        if (index < uniforms.size) {
          let paddedCoords = getCoordsFromIndex(index);
          ${wt(this.xShape)}
        }
      }
    `}};var Ka=r=>{let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{paddings:i,constantValue:a}=o;if(i.every(l=>g.arraysEqual(l,[0,0])))return F({inputs:{x:s},backend:e});if(g.sizeFromShape(s.shape)===0){let l=i.map((p,d)=>p[0]+s.shape[d]+p[1]);return Re({backend:e,attrs:{shape:l,value:a,dtype:s.dtype}})}let n=[{type:"float32",data:[a]}];i.map(l=>n.push({type:"int32",data:[l[0],l[1]]}));let u=new at(s.shape,i);return e.runWebGPUProgram(u,[s],s.dtype,n)},qo={kernelName:Kt,backendName:"webgpu",kernelFunc:Ka};var Qa=W({opType:k.POW}),Ko={kernelName:"Pow",backendName:"webgpu",kernelFunc:Qa};function ja(r){let{inputs:t,backend:e}=r,{x:o,alpha:s}=t,i=new ie(k.PRELU,o.shape,s.shape);return e.runWebGPUProgram(i,[o,s],"float32")}var Xo={kernelName:Xt,backendName:"webgpu",kernelFunc:ja};var Ya=W({opType:k.DIV}),Qo={kernelName:Bt,backendName:"webgpu",kernelFunc:Ya};var Za=_({opType:C.RELU}),jo={kernelName:Qt,backendName:"webgpu",kernelFunc:Za};var Ja=_({opType:C.RELU6}),Yo={kernelName:Jt,backendName:"webgpu",kernelFunc:Ja};var nt=class{constructor(t,e,o){this.variableNames=["x"],this.uniforms="adjustHeightWidth : vec2<f32>, halfPixelCenters : f32,",this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=[t[0],e,o,t[3]],this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.shaderKey="resizeBilinear"}getUserCode(){return`
      ${b("index")} {
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
    `}};function en(r){let{inputs:t,backend:e,attrs:o}=r,{images:s}=t,{alignCorners:i,size:a,halfPixelCenters:n}=o,[u,l]=a,p=i&&u>1?1:0,d=i&&l>1?1:0,c=[{type:"float32",data:[p,d]},{type:"float32",data:[n?.5:0]}],f=new nt(s.shape,u,l);return e.runWebGPUProgram(f,[s],"float32",c)}var Zo={kernelName:Zt,backendName:"webgpu",kernelFunc:en};var ut=class{constructor(t,e,o,s){this.variableNames=["x"],this.uniforms="adjustHeightWidth : vec2<f32>, roundBase : f32,",this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=[t[0],e,o,t[3]],this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.halfPixelCenters=s,this.shaderKey=`resizeNearest_${s}`}getUserCode(){let t;return this.halfPixelCenters?t="max((vec2<f32>(rc) + vec2<f32>(0.5)) * effectiveInputOverOutputRatioRC, vec2<f32>(0.0))":t="vec2<f32>(rc) * effectiveInputOverOutputRatioRC",`
      ${b("index")} {
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
    `}};function tn(r){let{inputs:t,backend:e,attrs:o}=r,{images:s}=t,{alignCorners:i,halfPixelCenters:a,size:n}=o,[u,l]=n,p=i&&u>1?1:0,d=i&&l>1?1:0,c=[{type:"float32",data:[p,d]},{type:"float32",data:[i?.5:0]}],f=new ut(s.shape,u,l,a);return e.runWebGPUProgram(f,[s],s.dtype,c)}var Jo={kernelName:Yt,backendName:"webgpu",kernelFunc:tn};var rn=_({opType:C.RSQRT,cpuKernelImpl:eo}),es={kernelName:er,backendName:"webgpu",kernelFunc:rn};var on=_({opType:C.SELU}),ts={kernelName:tr,backendName:"webgpu",kernelFunc:on};var sn=_({opType:C.SIGMOID}),rs={kernelName:sr,backendName:"webgpu",kernelFunc:sn};var an=_({opType:C.SIGN}),os={kernelName:or,backendName:"webgpu",kernelFunc:an};var lt=class{constructor(t){this.variableNames=["logits"],this.outputShape=t,this.dispatchLayout=I(this.outputShape),this.dispatch=[this.outputShape[0],1,1],this.outputShape[1]>=4096?this.workgroupSize=[256,1,1]:this.workgroupSize=[64,1,1],this.shaderKey="softmax"}getUserCode(){return`
    var<workgroup> buf : array<f32, ${this.workgroupSize[0]}>;
    var<workgroup> rowMaxShared : f32;
    var<workgroup> rowSumShared : f32;
    const blockSize = ${this.workgroupSize[0]};
    ${b("index")} {
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
    `}};function nn(r){let{inputs:t,backend:e,attrs:o}=r,{logits:s}=t,{dim:i}=o,a=P({inputs:{x:s},backend:e,attrs:{shape:[g.sizeFromShape(s.shape)/s.shape[i],s.shape[i]]}}),n=new lt(a.shape),u=e.runWebGPUProgram(n,[a],s.dtype),l=P({inputs:{x:u},backend:e,attrs:{shape:s.shape}});return e.disposeData(a.dataId),e.disposeData(u.dataId),l}var ss={kernelName:lr,backendName:"webgpu",kernelFunc:nn};var un=_({opType:C.SOFTPLUS}),is={kernelName:ir,backendName:"webgpu",kernelFunc:un};var pt=class{constructor(t,e,o,s,i,a){this.variableNames=["x"],this.outputShape=[],this.uniforms="",this.workgroupSize=[64,1,1],this.size=!0;let n=new Array(s.length);for(let u=0;u<n.length;u++)n[u]=s[i[u]];this.outputShape=n,this.newDim=i,this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.xShape=t,this.paddedXShape=e,this.uniforms+=`reshapedPaddedXShape : ${L(s.length)}, paddedXShapeStrides : ${L(a)}, `,o.map((u,l)=>{this.uniforms+=` pad${l} : vec2<i32>,`}),this.shaderKey=`spaceToBatchND_${i}`}getUserCode(){let t=L(this.outputShape.length),e=mt(this.newDim);return`
      ${Se(this.paddedXShape,"PaddedX")}
      ${b("index")} {
        if(index < uniforms.size) {
          let coords = getCoordsFromIndex(index);
          let switchedIndex = getIndexFromCoords${this.outputShape.length}D(${t}(${e}), uniforms.reshapedPaddedXShape);
          let paddedCoords = getPaddedXCoordsFromIndex(switchedIndex);
          ${wt(this.xShape,!0)}
        }
      }
    `}};var ln=r=>{let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{blockShape:i,paddings:a}=o;g.assert(s.shape.length<=4,()=>"spaceToBatchND for rank > 4 with a WebGPU backend not implemented yet");let n=i.reduce(($,R)=>$*R),u=[[0,0]];u.push(...a);for(let $=1+i.length;$<s.shape.length;++$)u.push([0,0]);let l=u.map(($,R)=>$[0]+s.shape[R]+$[1]),p=S.getReshaped(l,i,n,!1),d=S.getPermuted(p.length,i.length,!1),h=S.getReshapedPermuted(l,i,n,!1),c=g.computeStrides(l),f=new pt(s.shape,l,u,p,d,c.length),m=[{type:"int32",data:p},{type:"int32",data:c}];u.map($=>m.push({type:"int32",data:[$[0],$[1]]}));let x=e.runWebGPUProgram(f,[s],s.dtype,m),w=P({inputs:{x},backend:e,attrs:{shape:h}});return e.disposeData(x.dataId),w},as={kernelName:nr,backendName:"webgpu",kernelFunc:ln};function pn(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{numOrSizeSplits:i,axis:a}=o,n=g.parseAxisParam(a,s.shape)[0],u=S.prepareSplitSize(s,i,n),l=s.shape.length,p=new Array(l).fill(0),d=s.shape.slice();return u.map(h=>{let c=[...d];c[n]=h;let f=re({inputs:{x:s},backend:e,attrs:{begin:p,size:c}});return p[n]+=h,f})}var ns={kernelName:ur,backendName:"webgpu",kernelFunc:pn};var cn=_({opType:C.SQRT}),us={kernelName:ar,backendName:"webgpu",kernelFunc:cn};var ls={kernelName:cr,backendName:"webgpu",kernelFunc:({inputs:r,backend:t})=>{let{x:e}=r,o=t,s=new Q(e.shape,C.SQUARE);return o.runWebGPUProgram(s,[e],e.dtype)}};var hn=W({opType:k.SQUARED_DIFFERENCE}),ps={kernelName:pr,backendName:"webgpu",kernelFunc:hn};var ct=class{constructor(t){this.variableNames=["x"],this.workPerThread=1,this.workgroupSize=[64,1,1],this.size=!0,this.outputShape=t,this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize,[this.workPerThread,1,1]);let e=L(this.outputShape.length);this.uniforms=`begin : ${e},  strides : ${e}, `,this.shaderKey="stridedSlice"}getUserCode(){let t=this.outputShape.length,e="";if(t===1)e="coords * uniforms.strides + uniforms.begin";else{let s=0;e=this.outputShape.map((i,a)=>(s++,this.outputShape.length===1?`coords * uniforms.strides[${a}] + uniforms.begin[${a}]`:`coords[${s-1}] * uniforms.strides[${a}] + uniforms.begin[${a}]`)).join(",")}return`
       ${b("index")} {
         if (index < uniforms.size) {
           let coords = getCoordsFromIndex(index);
           setOutputAtIndex(index, getX(${e}));
         }
       }
     `}};function dn(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{begin:i,end:a,strides:n,beginMask:u,endMask:l,ellipsisMask:p,newAxisMask:d,shrinkAxisMask:h}=o,{finalShapeSparse:c,finalShape:f,isIdentity:m,sliceDim0:x,isSimpleSlice:w,begin:$,end:R,strides:D}=ue.sliceInfo(s.shape,i,a,n,u,l,p,d,h),A;if(m)A=P({inputs:{x:s},backend:e,attrs:{shape:f}});else if(x||w){g.assert(s.shape.length>=1,()=>`Input must have rank at least 1, got: ${s.shape.length}`);let B=ue.computeOutShape($,R,D),z=re({inputs:{x:s},backend:e,attrs:{begin:$,size:B}});A=P({inputs:{x:z},backend:e,attrs:{shape:f}}),e.disposeData(z.dataId)}else if(e.shouldExecuteOnCPU([s])){let z=e.readSync(s.dataId),T=Z(s.shape,s.dtype,z),N=oo(c,T,D,$);A=e.makeTensorInfo(f,s.dtype,N.values)}else{let z=new ct(c),T=[{type:"int32",data:$},{type:"int32",data:D}],N=e.runWebGPUProgram(z,[s],s.dtype,T);A=P({inputs:{x:N},backend:e,attrs:{shape:f}}),e.disposeData(N.dataId)}return A}var cs={kernelName:hr,backendName:"webgpu",kernelFunc:dn};var fn=W({opType:k.SUB,cpuKernelImpl:so,supportsComplex:!0}),hs={kernelName:"Sub",backendName:"webgpu",kernelFunc:fn};function xn(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{axis:i,keepDims:a}=o;return oe(s,i,a,"sum",e)}var ds={kernelName:"Sum",backendName:"webgpu",kernelFunc:xn};var Cn=_({opType:C.TANH}),ms={kernelName:dr,backendName:"webgpu",kernelFunc:Cn};var ht=class{constructor(t,e){this.variableNames=["A"],this.workgroupSize=[64,1,1],this.size=!0;let o=new Array(t.length);for(let s=0;s<o.length;s++)o[s]=t[s]*e[s];this.outputShape=o,this.dispatchLayout=I(this.outputShape),this.dispatch=v(this.dispatchLayout,this.outputShape,this.workgroupSize),this.rank=this.outputShape.length,this.shaderKey="tile"}getUserCode(){let t=Sn(this.rank,"uniforms.");return`
      ${b("index")} {
        if (index < uniforms.size) {
          let resRC = getCoordsFromIndex(index);
          setOutputAtIndex(index, getA(${t}));
        }
      }
    `}};function Sn(r,t=""){if(r>=5)throw Error(`Tile for rank ${r} is not yet supported`);if(r===1)return`(resRC % ${t}aShape)`;let e=["resRC.x","resRC.y","resRC.z","resRC.w"],o=[];for(let s=0;s<r;s++)o.push(`(${e[s]} % ${t}aShape[${s}])`);return o.join()}function bn(r){let{inputs:t,backend:e,attrs:o}=r,{x:s}=t,{reps:i}=o;if(e.shouldExecuteOnCPU([s])||s.dtype==="string"||s.shape.length>=5){let u=e.readSync(s.dataId),l=s.dtype==="string"?u.map(h=>g.decodeString(h)):u,p=Z(s.shape,s.dtype,l),d=io(p,i);return e.makeTensorInfo(d.shape,d.dtype,d.values)}let a=new ht(s.shape,i);return e.runWebGPUProgram(a,[s],s.dtype)}var fs={kernelName:mr,backendName:"webgpu",kernelFunc:bn};function wn(r){let{inputs:t,backend:e,attrs:o}=r,{value:s}=t,{axis:i}=o;i<0&&(i+=s.shape.length);let a=s,n=a.shape.length,u=s.shape[i],l=new Array(n-1),p=0;for(let m=0;m<n;m++)m!==i&&(l[p++]=a.shape[m]);let d=[],h=new Array(n).fill(0),c=a.shape.slice();c[i]=1;let f=new Array(u);for(let m=0;m<f.length;m++){h[i]=m;let x=re({inputs:{x:a},backend:e,attrs:{begin:h,size:c}}),w=P({inputs:{x},backend:e,attrs:{shape:l}});f[m]=w,d.push(x)}return d.forEach(m=>e.disposeData(m.dataId)),f}var gs={kernelName:gr,backendName:"webgpu",kernelFunc:wn};function vn(r){let{inputs:t,backend:e,attrs:o}=r,{a:s,b:i,bias:a,preluActivationWeights:n}=t,{transposeA:u,transposeB:l,activation:p,leakyreluAlpha:d}=o;return ae({a:s,b:i,transposeA:u,transposeB:l,backend:e,bias:a,preluActivationWeights:n,leakyreluAlpha:d,activation:p})}var xs={kernelName:xr,backendName:"webgpu",kernelFunc:vn};y(no);y(uo);y(lo);y(fo);y(Co);y(bo);y(yo);y($o);y(ko);y(Ro);y(Po);y(Ao);y(Eo);y(Do);y(No);y(xo);y(_o);y(Bo);y(Lo);y(Fr);y(zo);y(To);y(ho);y(Mo);y(Uo);y(mo);y(Fo);y(Oo);y(Wo);y(Vo);y(Go);y(Ho);y(qo);y(Ko);y(Xo);y(Qo);y(jo);y(Yo);y(po);y(Zo);y(Jo);y(es);y(ts);y(rs);y(os);y(So);y(ss);y(is);y(as);y(ns);y(us);y(ls);y(ps);y(cs);y(hs);y(ds);y(ms);y(fs);y(co);y(gs);y(xs);
