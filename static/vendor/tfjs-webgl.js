import{T as rn}from"./chunk-SYFRUC2V.js";import{$ as ko,$b as T,A as lo,Aa as oe,B as co,Ba as Yo,C as po,D as fo,Db as Jo,E as ho,F as mo,Fa as jo,G as xo,H as go,I as Co,K as $o,L as vo,La as Qo,M as To,Ma as le,N as bo,O as Ro,P as Eo,Q as So,R as wo,S as yo,T as _o,U as Io,V as No,W as Ao,X as Fo,Y as Oo,Z as Do,_ as Po,_b as en,a as Gr,aa as Lo,ac as tn,b as zr,ba as Uo,c as v,ca as Bo,d as Xr,da as Vo,e as Hr,f as Kr,fa as Mo,g as qr,ga as Wo,ha as Go,i as Yr,ia as zo,ja as Xo,jb as Zo,k as jr,ka as Ho,l as Qr,la as Ko,m as Zr,ma as qo,n as Jr,o as eo,oa as E,p as to,qa as C,r as ro,s as oo,t as no,ta as re,ua as ut,va as qe,w as so,wa as ge,x as io,y as ao,z as uo}from"./chunk-7ZWPWL5D.js";import"./chunk-YVSA2ZOB.js";var Ce={},lt={alpha:!1,antialias:!1,premultipliedAlpha:!1,preserveDrawingBuffer:!1,depth:!1,stencil:!1,failIfMajorPerformanceCaveat:!0};function on(r,e){Ce[r]=e}function X(r,e){if(!(r in Ce)||e!=null){let o=ma(r,e);if(o!==null)Ce[r]=o;else return console.log("Could not get context for WebGL version",r),null}let t=Ce[r];return t==null||t.isContextLost()?(delete Ce[r],X(r)):(t.disable(t.DEPTH_TEST),t.disable(t.STENCIL_TEST),t.disable(t.BLEND),t.disable(t.DITHER),t.disable(t.POLYGON_OFFSET_FILL),t.disable(t.SAMPLE_COVERAGE),t.enable(t.SCISSOR_TEST),t.enable(t.CULL_FACE),t.cullFace(t.BACK),Ce[r])}function ha(r){if(!v().getBool("IS_SAFARI")&&typeof OffscreenCanvas<"u"&&r===2)return new OffscreenCanvas(300,150);if(typeof document<"u")return document.createElement("canvas");throw new Error("Cannot create a canvas in this context")}function ma(r,e){if(r!==1&&r!==2)throw new Error("Cannot get WebGL rendering context, WebGL is disabled.");let t=e??ha(r);return t.addEventListener("webglcontextlost",o=>{o.preventDefault(),delete Ce[r]},!1),v().getBool("SOFTWARE_WEBGL_ENABLED")&&(lt.failIfMajorPerformanceCaveat=!1),r===1?t.getContext("webgl",lt)||t.getContext("experimental-webgl",lt):t.getContext("webgl2",lt)}var ce;(function(r){r[r.DENSE=0]="DENSE",r[r.SHARED_BATCH=1]="SHARED_BATCH"})(ce||(ce={}));var G;(function(r){r[r.RENDER=0]="RENDER",r[r.UPLOAD=1]="UPLOAD",r[r.PIXELS=2]="PIXELS",r[r.DOWNLOAD=3]="DOWNLOAD"})(G||(G={}));var V;(function(r){r[r.UNPACKED_FLOAT16=0]="UNPACKED_FLOAT16",r[r.UNPACKED_FLOAT32=1]="UNPACKED_FLOAT32",r[r.PACKED_4X1_UNSIGNED_BYTE=2]="PACKED_4X1_UNSIGNED_BYTE",r[r.PACKED_2X2_FLOAT32=3]="PACKED_2X2_FLOAT32",r[r.PACKED_2X2_FLOAT16=4]="PACKED_2X2_FLOAT16"})(V||(V={}));function $e(r,e){return[e,r]}function nn(r,e){return r*e}function Ye(r){let e=C.sizeFromShape(r),t=Math.ceil(e/4);return C.sizeToSquarishShape(t)}function Z(r,e){return[Math.max(1,Math.ceil(e/2)),Math.max(1,Math.ceil(r/2))]}function sn(r,e){let[t,o]=Z(r,e);return t*o*4}function je(r,e){let t=r,o,n,s,i,u,a,l,c,p,f;return v().getNumber("WEBGL_VERSION")===2?(o=t.R32F,n=t.R16F,s=t.RGBA16F,i=t.RGBA32F,u=t.RED,l=4,c=1,p=t.HALF_FLOAT,f=t.FLOAT,a=t.RGBA8):(o=r.RGBA,n=r.RGBA,s=r.RGBA,i=t.RGBA,u=r.RGBA,l=4,c=4,p=e!=null?e.HALF_FLOAT_OES:null,f=r.FLOAT,a=r.RGBA),{internalFormatFloat:o,internalFormatHalfFloat:n,internalFormatPackedHalfFloat:s,internalFormatPackedFloat:i,textureFormatFloat:u,downloadTextureFormat:a,downloadUnpackNumChannels:l,defaultNumChannels:c,textureTypeHalfFloat:p,textureTypeFloat:f}}function R(r,e){let t=e();return v().getBool("DEBUG")&&xa(r),t}function xa(r){let e=r.getError();if(e!==r.NO_ERROR)throw new Error("WebGL Error: "+$a(r,e))}var ga=596e-10,Ca=65504;function an(r){return!!(v().getBool("WEBGL_RENDER_FLOAT32_ENABLED")||r===0||ga<Math.abs(r)&&Math.abs(r)<Ca)}function $a(r,e){switch(e){case r.NO_ERROR:return"NO_ERROR";case r.INVALID_ENUM:return"INVALID_ENUM";case r.INVALID_VALUE:return"INVALID_VALUE";case r.INVALID_OPERATION:return"INVALID_OPERATION";case r.INVALID_FRAMEBUFFER_OPERATION:return"INVALID_FRAMEBUFFER_OPERATION";case r.OUT_OF_MEMORY:return"OUT_OF_MEMORY";case r.CONTEXT_LOST_WEBGL:return"CONTEXT_LOST_WEBGL";default:return`Unknown error code ${e}`}}function Qe(r,e){return ne(r,()=>r.getExtension(e),'Extension "'+e+'" not supported on this browser.')}function un(r,e){let t=ne(r,()=>r.createShader(r.VERTEX_SHADER),"Unable to create vertex WebGLShader.");if(R(r,()=>r.shaderSource(t,e)),R(r,()=>r.compileShader(t)),r.getShaderParameter(t,r.COMPILE_STATUS)===!1)throw console.log(r.getShaderInfoLog(t)),new Error("Failed to compile vertex shader.");return t}function ln(r,e){let t=ne(r,()=>r.createShader(r.FRAGMENT_SHADER),"Unable to create fragment WebGLShader.");if(R(r,()=>r.shaderSource(t,e)),R(r,()=>r.compileShader(t)),v().get("ENGINE_COMPILE_ONLY"))return t;if(r.getShaderParameter(t,r.COMPILE_STATUS)===!1)throw hr(e,r.getShaderInfoLog(t)),new Error("Failed to compile fragment shader.");return t}var va=/ERROR: [0-9]+:([0-9]+):/g;function hr(r,e){let t=va.exec(e);if(t==null){console.log(`Couldn't parse line number in error: ${e}`),console.log(r);return}let o=+t[1],n=r.split(`
`),s=n.length.toString().length+2,i=n.map((p,f)=>C.rightPad((f+1).toString(),s)+p),u=0;for(let p=0;p<i.length;p++)u=Math.max(i[p].length,u);let a=i.slice(0,o-1),l=i.slice(o-1,o),c=i.slice(o);console.log(a.join(`
`)),console.log(e.split(`
`)[0]),console.log(`%c ${C.rightPad(l[0],u)}`,"border:1px solid red; background-color:#e3d2d2; color:#a61717"),console.log(c.join(`
`))}function cn(r){return ne(r,()=>r.createProgram(),"Unable to create WebGLProgram.")}function pn(r,e){if(R(r,()=>r.linkProgram(e)),!v().get("ENGINE_COMPILE_ONLY")&&r.getProgramParameter(e,r.LINK_STATUS)===!1)throw console.log(r.getProgramInfoLog(e)),new Error("Failed to link vertex and fragment shaders.")}function pt(r,e){if(R(r,()=>r.validateProgram(e)),r.getProgramParameter(e,r.VALIDATE_STATUS)===!1)throw console.log(r.getProgramInfoLog(e)),new Error("Shader program validation failed.")}function dn(r,e){let t=ne(r,()=>r.createBuffer(),"Unable to create WebGLBuffer");return R(r,()=>r.bindBuffer(r.ARRAY_BUFFER,t)),R(r,()=>r.bufferData(r.ARRAY_BUFFER,e,r.STATIC_DRAW)),t}function fn(r,e){let t=ne(r,()=>r.createBuffer(),"Unable to create WebGLBuffer");return R(r,()=>r.bindBuffer(r.ELEMENT_ARRAY_BUFFER,t)),R(r,()=>r.bufferData(r.ELEMENT_ARRAY_BUFFER,e,r.STATIC_DRAW)),t}function hn(r){return ne(r,()=>r.createTexture(),"Unable to create WebGLTexture.")}function mn(r,e){let t=v().getNumber("WEBGL_MAX_TEXTURE_SIZE");if(r<=0||e<=0){let o=`[${r}x${e}]`;throw new Error("Requested texture size "+o+" is invalid.")}if(r>t||e>t){let o=`[${r}x${e}]`,n=`[${t}x${t}]`;throw new Error("Requested texture size "+o+" greater than WebGL maximum on this browser / GPU "+n+".")}}function xn(r){return ne(r,()=>r.createFramebuffer(),"Unable to create WebGLFramebuffer.")}function mr(r,e,t,o,n,s,i){let u=r.getAttribLocation(e,t);return u===-1?!1:(R(r,()=>r.bindBuffer(r.ARRAY_BUFFER,o)),R(r,()=>r.vertexAttribPointer(u,n,r.FLOAT,!1,s,i)),R(r,()=>r.enableVertexAttribArray(u)),!0)}function Ta(r,e,t){Ra(r,t),R(r,()=>r.activeTexture(r.TEXTURE0+t)),R(r,()=>r.bindTexture(r.TEXTURE_2D,e))}function gn(r,e,t){return ne(r,()=>r.getUniformLocation(e,t),'uniform "'+t+'" not present in program.')}function Cn(r,e,t){return r.getUniformLocation(e,t)}function $n(r,e,t,o){R(r,()=>Ta(r,e,o)),R(r,()=>r.uniform1i(t,o))}function dt(r,e,t){R(r,()=>r.bindFramebuffer(r.FRAMEBUFFER,t)),R(r,()=>r.framebufferTexture2D(r.FRAMEBUFFER,r.COLOR_ATTACHMENT0,r.TEXTURE_2D,e,0))}function xr(r,e){R(r,()=>r.bindFramebuffer(r.FRAMEBUFFER,e)),R(r,()=>r.framebufferTexture2D(r.FRAMEBUFFER,r.COLOR_ATTACHMENT0,r.TEXTURE_2D,null,0))}function Ze(r){let e=r.checkFramebufferStatus(r.FRAMEBUFFER);if(e!==r.FRAMEBUFFER_COMPLETE)throw new Error("Error binding framebuffer: "+ba(r,e))}function ba(r,e){switch(e){case r.FRAMEBUFFER_INCOMPLETE_ATTACHMENT:return"FRAMEBUFFER_INCOMPLETE_ATTACHMENT";case r.FRAMEBUFFER_INCOMPLETE_MISSING_ATTACHMENT:return"FRAMEBUFFER_INCOMPLETE_MISSING_ATTACHMENT";case r.FRAMEBUFFER_INCOMPLETE_DIMENSIONS:return"FRAMEBUFFER_INCOMPLETE_DIMENSIONS";case r.FRAMEBUFFER_UNSUPPORTED:return"FRAMEBUFFER_UNSUPPORTED";default:return`unknown error ${e}`}}function ne(r,e,t){let o=R(r,()=>e());if(o==null)throw new Error(t);return o}function Ra(r,e){let t=r.MAX_COMBINED_TEXTURE_IMAGE_UNITS-1,o=e+r.TEXTURE0;if(o<r.TEXTURE0||o>t){let n=`[gl.TEXTURE0, gl.TEXTURE${t}]`;throw new Error(`textureUnit must be in ${n}.`)}}function pe(r,e=2){return C.sizeFromShape(r.slice(0,r.length-e))}function de(r){if(r.length===0)throw Error("Cannot get rows and columns of an empty shape array.");return[r.length>1?r[r.length-2]:1,r[r.length-1]]}function Je(r){let e=[1,1,1];return r.length===0||r.length===1&&r[0]===1||(e=[pe(r),...de(r)]),e}function vn(r,e=!1){let t=v().getNumber("WEBGL_MAX_TEXTURE_SIZE"),o=v().getNumber("WEBGL_MAX_SIZE_FOR_NARROW_TEXTURE");o===1/0&&v().getBool("WEBGL_AUTO_SQUARIFY_NARROW_TEXTURE_SHAPE")&&(o=t/2),e&&(t=t*2,o=o*2,r=r.map((u,a)=>a>=r.length-2?C.nearestLargerEven(r[a]):r[a]),r.length===1&&(r=[2,r[0]])),r.length!==2&&(r=C.squeezeShape(r).newShape);let n=C.sizeFromShape(r),s=null;r.length<=1&&n<=t?s=[1,n]:r.length===2&&r[0]<=t&&r[1]<=t?s=r:r.length===3&&r[0]*r[1]<=t&&r[2]<=t?s=[r[0]*r[1],r[2]]:r.length===3&&r[0]<=t&&r[1]*r[2]<=t?s=[r[0],r[1]*r[2]]:r.length===4&&r[0]*r[1]*r[2]<=t&&r[3]<=t?s=[r[0]*r[1]*r[2],r[3]]:r.length===4&&r[0]<=t&&r[1]*r[2]*r[3]<=t&&(s=[r[0],r[1]*r[2]*r[3]]);let i=s!=null&&Math.max(...s)>o&&Math.min(...s)<=(e?2:1)&&Math.min(...s)>0;if(s==null||i)if(e){let u=pe(r),a=2,l=2;r.length&&([a,l]=de(r)),n=u*(a/2)*(l/2),s=C.sizeToSquarishShape(n).map(c=>c*2)}else s=C.sizeToSquarishShape(n);return s}function ct(r){return r%2===0}function ve(r,e){if(r=r.slice(-2),e=e.slice(-2),C.arraysEqual(r,e)||!r.length||!e.length||r[0]===0||r[1]===0||e[0]===0||e[1]===0)return!0;if(r.length!==e.length){let t=r[r.length-1],o=e[e.length-1];if(t===o||ct(t)&&ct(o)&&(r[0]===1||e[0]===1))return!0}return r[1]===e[1]&&ct(r[0])&&ct(e[0])}var pr,dr;function Tn(r){if(pr==null){let e=X(r);pr=e.getParameter(e.MAX_TEXTURE_SIZE)}return pr}function bn(r){if(dr==null){let e=X(r);dr=e.getParameter(e.MAX_TEXTURE_IMAGE_UNITS)}return Math.min(16,dr)}function Rn(r){if(r===0)return 0;let e,t=X(r);return H(t,"EXT_disjoint_timer_query_webgl2")&&r===2?e=2:H(t,"EXT_disjoint_timer_query")?e=1:e=0,e}function H(r,e){return r.getExtension(e)!=null}function gr(r){try{if(X(r)!=null)return!0}catch(e){return console.log("Error when getting WebGL context: ",e),!1}return!1}function En(r){if(r===0)return!1;let e=X(r);if(r===1){if(!H(e,"OES_texture_float"))return!1}else if(!H(e,"EXT_color_buffer_float"))return!1;return fr(e)}function Sn(r){if(r===0)return!1;let e=X(r);if(r===1){if(!H(e,"OES_texture_float")||!H(e,"WEBGL_color_buffer_float"))return!1}else{if(H(e,"EXT_color_buffer_float"))return fr(e);let o="EXT_color_buffer_half_float";if(H(e,o)){let n=e.getExtension(o);return Ea(e,n)}return!1}return fr(e)}function fr(r){let e=je(r),t=r.createTexture();r.bindTexture(r.TEXTURE_2D,t),r.texImage2D(r.TEXTURE_2D,0,e.internalFormatFloat,1,1,0,e.textureFormatFloat,e.textureTypeFloat,null);let s=r.createFramebuffer();r.bindFramebuffer(r.FRAMEBUFFER,s),r.framebufferTexture2D(r.FRAMEBUFFER,r.COLOR_ATTACHMENT0,r.TEXTURE_2D,t,0);let i=r.checkFramebufferStatus(r.FRAMEBUFFER)===r.FRAMEBUFFER_COMPLETE;return r.bindTexture(r.TEXTURE_2D,null),r.bindFramebuffer(r.FRAMEBUFFER,null),r.deleteTexture(t),r.deleteFramebuffer(s),i}function Ea(r,e){let t=je(r,e),o=r.createTexture();r.bindTexture(r.TEXTURE_2D,o),r.texImage2D(r.TEXTURE_2D,0,t.internalFormatHalfFloat,1,1,0,t.textureFormatFloat,t.textureTypeHalfFloat,null);let i=r.createFramebuffer();r.bindFramebuffer(r.FRAMEBUFFER,i),r.framebufferTexture2D(r.FRAMEBUFFER,r.COLOR_ATTACHMENT0,r.TEXTURE_2D,o,0);let u=r.checkFramebufferStatus(r.FRAMEBUFFER)===r.FRAMEBUFFER_COMPLETE;return r.bindTexture(r.TEXTURE_2D,null),r.bindFramebuffer(r.FRAMEBUFFER,null),r.deleteTexture(o),r.deleteFramebuffer(i),u}function wn(r){return r!==2?!1:X(r).fenceSync!=null}function ft(r,e){Array.isArray(r)||(r=[r]),r.forEach(t=>{t!=null&&C.assert(t.dtype!=="complex64",()=>`${e} does not support complex64 tensors in the WebGL backend.`)})}var _=v();_.registerFlag("HAS_WEBGL",()=>_.getNumber("WEBGL_VERSION")>0);_.registerFlag("WEBGL_VERSION",()=>gr(2)?2:gr(1)?1:0);_.registerFlag("WEBGL_CHECK_NUMERICAL_PROBLEMS",()=>!1);_.registerFlag("WEBGL_BUFFER_SUPPORTED",()=>_.get("WEBGL_VERSION")===2);_.registerFlag("WEBGL_CPU_FORWARD",()=>!0);_.registerFlag("WEBGL_FORCE_F16_TEXTURES",()=>!1);_.registerFlag("WEBGL_PACK",()=>_.getBool("HAS_WEBGL"));_.registerFlag("WEBGL_PACK_NORMALIZATION",()=>_.getBool("WEBGL_PACK"));_.registerFlag("WEBGL_PACK_CLIP",()=>_.getBool("WEBGL_PACK"));_.registerFlag("WEBGL_PACK_DEPTHWISECONV",()=>_.getBool("WEBGL_PACK"));_.registerFlag("WEBGL_PACK_BINARY_OPERATIONS",()=>_.getBool("WEBGL_PACK"));_.registerFlag("WEBGL_PACK_UNARY_OPERATIONS",()=>_.getBool("WEBGL_PACK"));_.registerFlag("WEBGL_PACK_ARRAY_OPERATIONS",()=>_.getBool("WEBGL_PACK"));_.registerFlag("WEBGL_PACK_IMAGE_OPERATIONS",()=>_.getBool("WEBGL_PACK"));_.registerFlag("WEBGL_PACK_REDUCE",()=>_.getBool("WEBGL_PACK"));_.registerFlag("WEBGL_LAZILY_UNPACK",()=>_.getBool("WEBGL_PACK"));_.registerFlag("WEBGL_CONV_IM2COL",()=>_.getBool("WEBGL_PACK"));_.registerFlag("WEBGL_PACK_CONV2DTRANSPOSE",()=>_.getBool("WEBGL_PACK"));_.registerFlag("WEBGL_MAX_TEXTURE_SIZE",()=>Tn(_.getNumber("WEBGL_VERSION")));_.registerFlag("WEBGL_MAX_TEXTURES_IN_SHADER",()=>bn(_.getNumber("WEBGL_VERSION")));_.registerFlag("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION",()=>{let r=_.getNumber("WEBGL_VERSION");return r===0?0:Rn(r)});_.registerFlag("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_RELIABLE",()=>_.getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION")>0&&!qe.isMobile());_.registerFlag("WEBGL_RENDER_FLOAT32_CAPABLE",()=>En(_.getNumber("WEBGL_VERSION")));_.registerFlag("WEBGL_RENDER_FLOAT32_ENABLED",()=>_.getBool("WEBGL_FORCE_F16_TEXTURES")?!1:_.getBool("WEBGL_RENDER_FLOAT32_CAPABLE"));_.registerFlag("WEBGL_DOWNLOAD_FLOAT_ENABLED",()=>Sn(_.getNumber("WEBGL_VERSION")));_.registerFlag("WEBGL_FENCE_API_ENABLED",()=>wn(_.getNumber("WEBGL_VERSION")));_.registerFlag("WEBGL_SIZE_UPLOAD_UNIFORM",()=>_.getBool("WEBGL_RENDER_FLOAT32_ENABLED")?4:0);_.registerFlag("WEBGL_DELETE_TEXTURE_THRESHOLD",()=>-1,r=>{if(typeof r!="number")throw new Error(`WEBGL_DELETE_TEXTURE_THRESHOLD must be a number but got ${r}.`);if(r<0&&r!==-1)throw new Error(`WEBGL_DELETE_TEXTURE_THRESHOLD must be -1 (indicating never delete) or at least 0, but got ${r}.`)});_.registerFlag("WEBGL_FLUSH_THRESHOLD",()=>qe.isMobile()?1:-1,r=>{if(typeof r!="number")throw new Error(`WEBGL_FLUSH_THRESHOLD must be a number but got ${r}.`);if(r<0&&r!==-1)throw new Error(`WEBGL_FLUSH_THRESHOLD must be -1 (indicating never manual flush) or at least 0, but got ${r}.`)});_.registerFlag("CPU_HANDOFF_SIZE_THRESHOLD",()=>128);_.registerFlag("WEBGL_USE_SHAPES_UNIFORMS",()=>!1);_.registerFlag("TOPK_LAST_DIM_CPU_HANDOFF_SIZE_THRESHOLD",()=>1e5);_.registerFlag("TOPK_K_CPU_HANDOFF_THRESHOLD",()=>128);_.registerFlag("WEBGL_EXP_CONV",()=>!1);_.registerFlag("SOFTWARE_WEBGL_ENABLED",()=>_.getBool("IS_TEST"));_.registerFlag("WEBGL_MAX_SIZE_FOR_NARROW_TEXTURE",()=>1/0);_.registerFlag("WEBGL_AUTO_SQUARIFY_NARROW_TEXTURE_SHAPE",()=>!1);_.registerFlag("WEBGL2_ISNAN_CUSTOM",()=>!1);_.registerFlag("ENGINE_COMPILE_ONLY",()=>!1);function U(){let r,e,t,o,n,s,i,u,a,l;return v().getNumber("WEBGL_VERSION")===2?(r="#version 300 es",e="in",t="out",o="in",n="texture",s="outputColor",i="out vec4 outputColor;",u=v().getBool("WEBGL2_ISNAN_CUSTOM")?`
      bool isnan_custom(float val) {
        uint floatToUint = floatBitsToUint(val);
        return (floatToUint & 0x7fffffffu) > 0x7f800000u;
      }

      bvec4 isnan_custom(vec4 val) {
        return bvec4(isnan_custom(val.x),
          isnan_custom(val.y), isnan_custom(val.z), isnan_custom(val.w));
      }

      #define isnan(value) isnan_custom(value)
    `:"",a="",l=`
      #define round(value) newRound(value)
      int newRound(float value) {
        return int(floor(value + 0.5));
      }

      ivec4 newRound(vec4 value) {
        return ivec4(floor(value + vec4(0.5)));
      }
    `):(r="",e="attribute",t="varying",o="varying",n="texture2D",s="gl_FragColor",i="",u=`
      #define isnan(value) isnan_custom(value)
      bool isnan_custom(float val) {
        return (val > 0. || val < 1. || val == 0.) ? false : true;
      }
      bvec4 isnan_custom(vec4 val) {
        return bvec4(isnan(val.x), isnan(val.y), isnan(val.z), isnan(val.w));
      }
    `,a=`
      uniform float INFINITY;

      bool isinf(float val) {
        return abs(val) == INFINITY;
      }
      bvec4 isinf(vec4 val) {
        return equal(abs(val), vec4(INFINITY));
      }
    `,l=`
      int round(float value) {
        return int(floor(value + 0.5));
      }

      ivec4 round(vec4 value) {
        return ivec4(floor(value + vec4(0.5)));
      }
    `),{version:r,attribute:e,varyingVs:t,varyingFs:o,texture2D:n,output:s,defineOutput:i,defineSpecialNaN:u,defineSpecialInf:a,defineRound:l}}function Y(r,e,t="index"){let o=C.computeStrides(e);return o.map((n,s)=>{let i=`int ${r[s]} = ${t} / ${n}`,u=s===o.length-1?`int ${r[s+1]} = ${t} - ${r[s]} * ${n}`:`index -= ${r[s]} * ${n}`;return`${i}; ${u};`}).join("")}function Te(r,e,t="index"){let o=C.computeStrides(e);return o.map((n,s)=>{let i=`int ${r[s]} = ${t} / outShapeStrides[${s}]`,u=s===o.length-1?`int ${r[s+1]} = ${t} - ${r[s]} * outShapeStrides[${s}]`:`index -= ${r[s]} * outShapeStrides[${s}]`;return`${i}; ${u};`}).join("")}function Sa(r,e){let t=r.length,o=r.map(s=>`${e}[${s}]`),n=new Array(t-1);n[t-2]=o[t-1];for(let s=t-3;s>=0;--s)n[s]=`(${n[s+1]} * ${o[s+1]})`;return n}function yn(r,e,t="index"){let o=r.map((s,i)=>i),n=Sa(o,e);return n.map((s,i)=>{let u=`int ${r[i]} = ${t} / ${n[i]}`,a=i===n.length-1?`int ${r[i+1]} = ${t} - ${r[i]} * ${n[i]}`:`index -= ${r[i]} * ${n[i]}`;return`${u}; ${a};`}).join("")}function _e(r){let e=C.computeStrides(r).map(t=>t.toString());return`
  int getFlatIndex(ivec3 coords) {
    return coords.x * ${e[0]} + coords.y * ${e[1]} + coords.z;
  }
`}function Ie(){return`
  int getFlatIndex(ivec3 coords) {
    return coords.x * outShapeStrides[0] + coords.y * outShapeStrides[1] + coords.z;
  }
`}var mt=`
  const float FLOAT_MAX = 1.70141184e38;
  const float FLOAT_MIN = 1.17549435e-38;

  lowp vec4 encode_float(highp float v) {
    if (isnan(v)) {
      return vec4(255, 255, 255, 255);
    }

    highp float av = abs(v);

    if(av < FLOAT_MIN) {
      return vec4(0.0, 0.0, 0.0, 0.0);
    } else if(v > FLOAT_MAX) {
      return vec4(0.0, 0.0, 128.0, 127.0) / 255.0;
    } else if(v < -FLOAT_MAX) {
      return vec4(0.0, 0.0,  128.0, 255.0) / 255.0;
    }

    highp vec4 c = vec4(0,0,0,0);

    highp float e = floor(log2(av));
    highp float m = exp2(fract(log2(av))) - 1.0;

    c[2] = floor(128.0 * m);
    m -= c[2] / 128.0;
    c[1] = floor(32768.0 * m);
    m -= c[1] / 32768.0;
    c[0] = floor(8388608.0 * m);

    highp float ebias = e + 127.0;
    c[3] = floor(ebias / 2.0);
    ebias -= c[3] * 2.0;
    c[2] += floor(ebias) * 128.0;

    c[3] += 128.0 * step(0.0, -v);

    return c / 255.0;
  }
`;var{getBroadcastDims:_n}=T;function In(r,e,t){let o=[];if(r.forEach(d=>{let h=C.sizeFromShape(d.shapeInfo.logicalShape);if(d.shapeInfo.isUniform?o.push(`uniform float ${d.name}${h>1?`[${h}]`:""};`):(o.push(`uniform sampler2D ${d.name};`),o.push(`uniform int offset${d.name};`)),t.enableShapeUniforms){let{uniformShape:g}=xt(t.packedInputs,d.shapeInfo.logicalShape,d.shapeInfo.texShape);switch(g.length){case 1:o.push(`uniform int ${d.name}Shape;`);break;case 2:o.push(`uniform ivec2 ${d.name}Shape;`);break;case 3:o.push(`uniform ivec3 ${d.name}Shape;`);break;case 4:o.push(`uniform ivec4 ${d.name}Shape;`);break;default:break}o.push(`uniform ivec2 ${d.name}TexShape;`)}}),t.enableShapeUniforms){switch(e.logicalShape.length){case 1:o.push("uniform int outShape;");break;case 2:o.push("uniform ivec2 outShape;"),o.push("uniform int outShapeStrides;");break;case 3:o.push("uniform ivec3 outShape;"),o.push("uniform ivec2 outShapeStrides;");break;case 4:o.push("uniform ivec4 outShape;"),o.push("uniform ivec3 outShapeStrides;");break;default:break}o.push("uniform ivec2 outTexShape;")}t.customUniforms&&t.customUniforms.forEach(d=>{o.push(`uniform ${d.type} ${d.name}${d.arrayIndex?`[${d.arrayIndex}]`:""};`)});let n=o.join(`
`),s=r.map(d=>wa(d,e,t.packedInputs,t.enableShapeUniforms)).join(`
`),i=e.texShape,u=U(),a=Ia(u),l,c,p=Fa(u);return e.isPacked?(l=ya(e.logicalShape,i,t.enableShapeUniforms),c=Aa(u)):(l=_a(e.logicalShape,i,t.enableShapeUniforms),c=Na(u)),t.packedInputs&&(p+=ka),[p,a,c,n,l,s,t.userCode].join(`
`)}function Ae(r,e=!1){let t=r.shapeInfo.logicalShape;switch(t.length){case 0:return qa(r,e);case 1:return ja(r,e);case 2:return Za(r,e);case 3:return eu(r,e);case 4:return ru(r,e);case 5:return ou(r);case 6:return nu(r);default:throw new Error(`${t.length}-D input sampling is not yet supported`)}}function Nn(r,e){switch(r.shapeInfo.logicalShape.length){case 0:return Ka(r);case 1:return Ya(r,e);case 2:return Qa(r,e);case 3:return Ja(r,e);default:return tu(r,e)}}function wa(r,e,t=!1,o){let n="";t?n+=Nn(r,o):n+=Ae(r,o);let s=r.shapeInfo.logicalShape,i=e.logicalShape;return s.length<=i.length&&(t?n+=su(r,e):n+=iu(r,e)),n}function ya(r,e,t){switch(r.length){case 0:return An();case 1:return La(r,e,t);case 2:return Xa(r,e,t);case 3:return Ba(r,e,t);default:return Ma(r,e,t)}}function _a(r,e,t){switch(r.length){case 0:return An();case 1:return Ua(r,e,t);case 2:return Ha(r,e,t);case 3:return Va(r,e,t);case 4:return Wa(r,e,t);case 5:return Ga(r,e);case 6:return za(r,e);default:throw new Error(`${r.length}-D output sampling is not yet supported`)}}function Ia(r){return`
    float sampleTexture(sampler2D textureSampler, vec2 uv) {
      return ${r.texture2D}(textureSampler, uv).r;
    }
  `}function Na(r){return`
    void setOutput(float val) {
      ${r.output} = vec4(val, 0, 0, 0);
    }
  `}function Aa(r){return`
    void setOutput(vec4 val) {
      ${r.output} = val;
    }
  `}function Fa(r){return`${r.version}
    precision highp float;
    precision highp int;
    precision highp sampler2D;
    ${r.varyingFs} vec2 resultUV;
    ${r.defineOutput}
    const vec2 halfCR = vec2(0.5, 0.5);

    struct ivec5
    {
      int x;
      int y;
      int z;
      int w;
      int u;
    };

    struct ivec6
    {
      int x;
      int y;
      int z;
      int w;
      int u;
      int v;
    };

    uniform float NAN;
    ${r.defineSpecialNaN}
    ${r.defineSpecialInf}
    ${r.defineRound}

    int imod(int x, int y) {
      return x - y * (x / y);
    }

    int idiv(int a, int b, float sign) {
      int res = a / b;
      int mod = imod(a, b);
      if (sign < 0. && mod != 0) {
        res -= 1;
      }
      return res;
    }

    //Based on the work of Dave Hoskins
    //https://www.shadertoy.com/view/4djSRW
    #define HASHSCALE1 443.8975
    float random(float seed){
      vec2 p = resultUV * seed;
      vec3 p3  = fract(vec3(p.xyx) * HASHSCALE1);
      p3 += dot(p3, p3.yzx + 19.19);
      return fract((p3.x + p3.y) * p3.z);
    }

    ${Oa}
    ${Da}
    ${Pa}
  `}var Oa=`
vec2 uvFromFlat(int texNumR, int texNumC, int index) {
  int texR = index / texNumC;
  int texC = index - texR * texNumC;
  return (vec2(texC, texR) + halfCR) / vec2(texNumC, texNumR);
}
vec2 packedUVfrom1D(int texNumR, int texNumC, int index) {
  int texelIndex = index / 2;
  int texR = texelIndex / texNumC;
  int texC = texelIndex - texR * texNumC;
  return (vec2(texC, texR) + halfCR) / vec2(texNumC, texNumR);
}
`,Da=`
vec2 packedUVfrom2D(int texelsInLogicalRow, int texNumR,
  int texNumC, int row, int col) {
  int texelIndex = (row / 2) * texelsInLogicalRow + (col / 2);
  int texR = texelIndex / texNumC;
  int texC = texelIndex - texR * texNumC;
  return (vec2(texC, texR) + halfCR) / vec2(texNumC, texNumR);
}
`,Pa=`
vec2 packedUVfrom3D(int texNumR, int texNumC,
    int texelsInBatch, int texelsInLogicalRow, int b,
    int row, int col) {
  int index = b * texelsInBatch + (row / 2) * texelsInLogicalRow + (col / 2);
  int texR = index / texNumC;
  int texC = index - texR * texNumC;
  return (vec2(texC, texR) + halfCR) / vec2(texNumC, texNumR);
}
`,ka=`
  float getChannel(vec4 frag, vec2 innerDims) {
    vec2 modCoord = mod(innerDims, 2.);
    return modCoord.x == 0. ?
      (modCoord.y == 0. ? frag.r : frag.g) :
      (modCoord.y == 0. ? frag.b : frag.a);
  }
  float getChannel(vec4 frag, int dim) {
    float modCoord = mod(float(dim), 2.);
    return modCoord == 0. ? frag.r : frag.g;
  }
`;function An(){return`
    int getOutputCoords() {
      return 0;
    }
  `}function La(r,e,t){let o=[Math.ceil(e[0]/2),Math.ceil(e[1]/2)];return o[0]===1?t?`
      int getOutputCoords() {
        return 2 * int(resultUV.x * ceil(float(outTexShape[1]) / 2.0));
      }
    `:`
      int getOutputCoords() {
        return 2 * int(resultUV.x * ${o[1]}.0);
      }
    `:o[1]===1?t?`
      int getOutputCoords() {
        return 2 * int(resultUV.y * ceil(float(outTexShape[0]) / 2.0));
      }
    `:`
      int getOutputCoords() {
        return 2 * int(resultUV.y * ${o[0]}.0);
      }
    `:t?`
    int getOutputCoords() {
      ivec2 packedTexShape = ivec2(ceil(float(outTexShape[0]) / 2.0), ceil(float(outTexShape[1]) / 2.0));
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(packedTexShape[0], packedTexShape[1]));
      return 2 * (resTexRC.x * packedTexShape[1] + resTexRC.y);
    }
  `:`
    int getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(${o[0]}, ${o[1]}));
      return 2 * (resTexRC.x * ${o[1]} + resTexRC.y);
    }
  `}function Ua(r,e,t){return e[0]===1?t?`
      int getOutputCoords() {
        return int(resultUV.x * float(outTexShape[1]));
      }
    `:`
      int getOutputCoords() {
        return int(resultUV.x * ${e[1]}.0);
      }
    `:e[1]===1?t?`
      int getOutputCoords() {
        return int(resultUV.y * float(outTexShape[0]));
      }
    `:`
      int getOutputCoords() {
        return int(resultUV.y * ${e[0]}.0);
      }
    `:t?`
    int getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(outTexShape[0], outTexShape[1]));
      return resTexRC.x * outTexShape[1] + resTexRC.y;
    }
  `:`
    int getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(${e[0]}, ${e[1]}));
      return resTexRC.x * ${e[1]} + resTexRC.y;
    }
  `}function Ba(r,e,t){if(t)return`
    ivec3 getOutputCoords() {
      ivec2 packedTexShape = ivec2(ceil(float(outTexShape[0]) / 2.0), ceil(float(outTexShape[1]) / 2.0));
      int texelsInLogicalRow = int(ceil(float(outShape[2]) / 2.0));
      int texelsInBatch = texelsInLogicalRow * int(ceil(float(outShape[1]) / 2.0));
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(packedTexShape[0], packedTexShape[1]));
      int index = resTexRC.x * packedTexShape[1] + resTexRC.y;

      int b = index / texelsInBatch;
      index -= b * texelsInBatch;

      int r = 2 * (index / texelsInLogicalRow);
      int c = imod(index, texelsInLogicalRow) * 2;

      return ivec3(b, r, c);
    }
  `;let o=[Math.ceil(e[0]/2),Math.ceil(e[1]/2)],n=Math.ceil(r[2]/2),s=n*Math.ceil(r[1]/2);return`
    ivec3 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(${o[0]}, ${o[1]}));
      int index = resTexRC.x * ${o[1]} + resTexRC.y;

      int b = index / ${s};
      index -= b * ${s};

      int r = 2 * (index / ${n});
      int c = imod(index, ${n}) * 2;

      return ivec3(b, r, c);
    }
  `}function Va(r,e,t){if(t)return`
  ivec3 getOutputCoords() {
    ivec2 resTexRC = ivec2(resultUV.yx *
                           vec2(outTexShape[0], outTexShape[1]));
    int index = resTexRC.x * outTexShape[1] + resTexRC.y;
    ${Te(["r","c","d"],r)}
    return ivec3(r, c, d);
  }
`;let o=Y(["r","c","d"],r);return`
    ivec3 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(${e[0]}, ${e[1]}));
      int index = resTexRC.x * ${e[1]} + resTexRC.y;
      ${o}
      return ivec3(r, c, d);
    }
  `}function Ma(r,e,t){if(t)return`
    ivec4 getOutputCoords() {
      ivec2 packedTexShape = ivec2(ceil(float(outTexShape[0]) / 2.0), ceil(float(outTexShape[1]) / 2.0));
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(packedTexShape[0], packedTexShape[1]));
      int index = resTexRC.x * packedTexShape[1] + resTexRC.y;

      int texelsInLogicalRow = int(ceil(float(outShape[3]) / 2.0));
      int texelsInBatch = texelsInLogicalRow * int(ceil(float(outShape[2]) / 2.0));
      int texelsInBatchN = texelsInBatch * outShape[1];

      int b2 = index / texelsInBatchN;
      index -= b2 * texelsInBatchN;

      int b = index / texelsInBatch;
      index -= b * texelsInBatch;

      int r = 2 * (index / texelsInLogicalRow);
      int c = imod(index, texelsInLogicalRow) * 2;

      return ivec4(b2, b, r, c);
    }
  `;let o=[Math.ceil(e[0]/2),Math.ceil(e[1]/2)],n=Math.ceil(r[r.length-1]/2),s=n*Math.ceil(r[r.length-2]/2),i=s,u="",a="b, r, c";for(let l=2;l<r.length-1;l++)i*=r[r.length-l-1],u=`
      int b${l} = index / ${i};
      index -= b${l} * ${i};
    `+u,a=`b${l}, `+a;return`
    ivec${r.length} getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(${o[0]}, ${o[1]}));
      int index = resTexRC.x * ${o[1]} + resTexRC.y;

      ${u}

      int b = index / ${s};
      index -= b * ${s};

      int r = 2 * (index / ${n});
      int c = imod(index, ${n}) * 2;

      return ivec${r.length}(${a});
    }
  `}function Wa(r,e,t){if(t)return`
    ivec4 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
        vec2(outTexShape[0], outTexShape[1]));
      int index = resTexRC.x * outTexShape[1] + resTexRC.y;
      ${Te(["r","c","d","d2"],r)}
      return ivec4(r, c, d, d2);
    }
  `;let o=Y(["r","c","d","d2"],r);return`
    ivec4 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
        vec2(${e[0]}, ${e[1]}));
      int index = resTexRC.x * ${e[1]} + resTexRC.y;
      ${o}
      return ivec4(r, c, d, d2);
    }
  `}function Ga(r,e){let t=Y(["r","c","d","d2","d3"],r);return`
    ivec5 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx * vec2(${e[0]},
                             ${e[1]}));

      int index = resTexRC.x * ${e[1]} + resTexRC.y;

      ${t}

      ivec5 outShape = ivec5(r, c, d, d2, d3);
      return outShape;
    }
  `}function za(r,e){let t=Y(["r","c","d","d2","d3","d4"],r);return`
    ivec6 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
        vec2(${e[0]}, ${e[1]}));
      int index = resTexRC.x * ${e[1]} + resTexRC.y;

      ${t}

      ivec6 result = ivec6(r, c, d, d2, d3, d4);
      return result;
    }
  `}function Xa(r,e,t){let o=[Math.ceil(e[0]/2),Math.ceil(e[1]/2)];if(C.arraysEqual(r,e))return t?`
      ivec2 getOutputCoords() {
        ivec2 packedTexShape = ivec2(ceil(float(outTexShape[0]) / 2.0), ceil(float(outTexShape[1]) / 2.0));
        return 2 * ivec2(resultUV.yx * vec2(packedTexShape[0], packedTexShape[1]));
      }
    `:`
      ivec2 getOutputCoords() {
        return 2 * ivec2(resultUV.yx * vec2(${o[0]}, ${o[1]}));
      }
    `;let n=Math.ceil(r[1]/2);return t?`
    ivec2 getOutputCoords() {
      ivec2 packedTexShape = ivec2(ceil(float(outTexShape[0]) / 2.0), ceil(float(outTexShape[1]) / 2.0));
      int texelsInLogicalRow = int(ceil(float(outShape[1]) / 2.0));
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(packedTexShape[0], packedTexShape[1]));

      int index = resTexRC.x * packedTexShape[1] + resTexRC.y;
      int r = 2 * (index / texelsInLogicalRow);
      int c = imod(index, texelsInLogicalRow) * 2;

      return ivec2(r, c);
    }
  `:`
    ivec2 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(${o[0]}, ${o[1]}));

      int index = resTexRC.x * ${o[1]} + resTexRC.y;
      int r = 2 * (index / ${n});
      int c = imod(index, ${n}) * 2;

      return ivec2(r, c);
    }
  `}function Ha(r,e,t){return C.arraysEqual(r,e)?t?`
      ivec2 getOutputCoords() {
        return ivec2(resultUV.yx * vec2(outTexShape[0], outTexShape[1]));
      }
    `:`
      ivec2 getOutputCoords() {
        return ivec2(resultUV.yx * vec2(${e[0]}, ${e[1]}));
      }
    `:r[1]===1?t?`
      ivec2 getOutputCoords() {
        ivec2 resTexRC = ivec2(resultUV.yx *
                               vec2(outTexShape[0], outTexShape[1]));
        int index = resTexRC.x * outTexShape[1] + resTexRC.y;
        return ivec2(index, 0);
      }
    `:`
      ivec2 getOutputCoords() {
        ivec2 resTexRC = ivec2(resultUV.yx *
                               vec2(${e[0]}, ${e[1]}));
        int index = resTexRC.x * ${e[1]} + resTexRC.y;
        return ivec2(index, 0);
      }
    `:r[0]===1?t?`
      ivec2 getOutputCoords() {
        ivec2 resTexRC = ivec2(resultUV.yx *
                               vec2(outTexShape[0], outTexShape[1]));
        int index = resTexRC.x * outTexShape[1] + resTexRC.y;
        return ivec2(0, index);
      }
    `:`
      ivec2 getOutputCoords() {
        ivec2 resTexRC = ivec2(resultUV.yx *
                               vec2(${e[0]}, ${e[1]}));
        int index = resTexRC.x * ${e[1]} + resTexRC.y;
        return ivec2(0, index);
      }
    `:t?`
    ivec2 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(outTexShape[0], outTexShape[1]));
      int index = resTexRC.x * outTexShape[1] + resTexRC.y;
      int r = index / outShape[1];
      int c = index - r * outShape[1];
      return ivec2(r, c);
    }
  `:`
    ivec2 getOutputCoords() {
      ivec2 resTexRC = ivec2(resultUV.yx *
                             vec2(${e[0]}, ${e[1]}));
      int index = resTexRC.x * ${e[1]} + resTexRC.y;
      int r = index / ${r[1]};
      int c = index - r * ${r[1]};
      return ivec2(r, c);
    }
  `}function be(r){return`offset${r}`}function Ka(r){let e=r.name,t="get"+e.charAt(0).toUpperCase()+e.slice(1),o=U();return`
    vec4 ${t}() {
      return ${o.texture2D}(${e}, halfCR);
    }
  `}function qa(r,e){let t=r.name,o="get"+t.charAt(0).toUpperCase()+t.slice(1);if(r.shapeInfo.isUniform)return`float ${o}() {return ${t};}`;let[n,s]=r.shapeInfo.texShape;if(n===1&&s===1)return`
      float ${o}() {
        return sampleTexture(${t}, halfCR);
      }
    `;let i=be(t);if(e)return`
    float ${o}() {
      vec2 uv = uvFromFlat(${t}TexShape[0], ${t}TexShape[1], ${i});
      return sampleTexture(${t}, uv);
    }
  `;let[u,a]=r.shapeInfo.texShape;return`
    float ${o}() {
      vec2 uv = uvFromFlat(${u}, ${a}, ${i});
      return sampleTexture(${t}, uv);
    }
  `}function Ya(r,e){let t=r.name,o="get"+t.charAt(0).toUpperCase()+t.slice(1),n=r.shapeInfo.texShape,s=U();if(e)return`
    vec4 ${o}(int index) {
      ivec2 packedTexShape = ivec2(ceil(float(${t}TexShape[0]) / 2.0), ceil(float(${t}TexShape[1]) / 2.0));
      vec2 uv = packedUVfrom1D(
        packedTexShape[0], packedTexShape[1], index);
      return ${s.texture2D}(${t}, uv);
    }
  `;let i=[Math.ceil(n[0]/2),Math.ceil(n[1]/2)];return`
    vec4 ${o}(int index) {
      vec2 uv = packedUVfrom1D(
        ${i[0]}, ${i[1]}, index);
      return ${s.texture2D}(${t}, uv);
    }
  `}function ja(r,e){let t=r.name,o="get"+t.charAt(0).toUpperCase()+t.slice(1);if(r.shapeInfo.isUniform)return`
      float ${o}(int index) {
        ${Fe(r)}
      }
    `;let n=r.shapeInfo.texShape,s=n[0],i=n[1];if(i===1&&s===1)return`
      float ${o}(int index) {
        return sampleTexture(${t}, halfCR);
      }
    `;let u=be(t);return i===1?e?`
      float ${o}(int index) {
        vec2 uv = vec2(0.5, (float(index + ${u}) + 0.5) / float(${t}TexShape[0]));
        return sampleTexture(${t}, uv);
      }
    `:`
      float ${o}(int index) {
        vec2 uv = vec2(0.5, (float(index + ${u}) + 0.5) / ${s}.0);
        return sampleTexture(${t}, uv);
      }
    `:s===1?e?`
      float ${o}(int index) {
        vec2 uv = vec2((float(index + ${u}) + 0.5) / float(${t}TexShape[1]), 0.5);
        return sampleTexture(${t}, uv);
      }
    `:`
      float ${o}(int index) {
        vec2 uv = vec2((float(index + ${u}) + 0.5) / ${i}.0, 0.5);
        return sampleTexture(${t}, uv);
      }
    `:e?`
    float ${o}(int index) {
      vec2 uv = uvFromFlat(${t}TexShape[0], ${t}TexShape[1], index + ${u});
      return sampleTexture(${t}, uv);
    }
  `:`
    float ${o}(int index) {
      vec2 uv = uvFromFlat(${s}, ${i}, index + ${u});
      return sampleTexture(${t}, uv);
    }
  `}function Qa(r,e){let t=r.shapeInfo.logicalShape,o=r.name,n="get"+o.charAt(0).toUpperCase()+o.slice(1),s=r.shapeInfo.texShape,i=s[0],u=s[1],a=U();if(s!=null&&C.arraysEqual(t,s))return e?`
      vec4 ${n}(int row, int col) {
        vec2 uv = (vec2(col, row) + halfCR) / vec2(${o}TexShape[1], ${o}TexShape[0]);

        return ${a.texture2D}(${o}, uv);
      }
    `:`
      vec4 ${n}(int row, int col) {
        vec2 uv = (vec2(col, row) + halfCR) / vec2(${u}.0, ${i}.0);

        return ${a.texture2D}(${o}, uv);
      }
    `;if(e)return`
    vec4 ${n}(int row, int col) {
      ivec2 packedTexShape = ivec2(ceil(float(${o}TexShape[0]) / 2.0), ceil(float(${o}TexShape[1]) / 2.0));
      int valuesPerRow = int(ceil(float(${o}Shape[1]) / 2.0));
      vec2 uv = packedUVfrom2D(valuesPerRow, packedTexShape[0], packedTexShape[1], row, col);
      return ${a.texture2D}(${o}, uv);
    }
  `;let l=[Math.ceil(s[0]/2),Math.ceil(s[1]/2)],c=Math.ceil(t[1]/2);return`
    vec4 ${n}(int row, int col) {
      vec2 uv = packedUVfrom2D(${c}, ${l[0]}, ${l[1]}, row, col);
      return ${a.texture2D}(${o}, uv);
    }
  `}function Za(r,e){let t=r.shapeInfo.logicalShape,o=r.name,n="get"+o.charAt(0).toUpperCase()+o.slice(1),s=r.shapeInfo.texShape;if(s!=null&&C.arraysEqual(t,s)){if(e)return`
      float ${n}(int row, int col) {
        vec2 uv = (vec2(col, row) + halfCR) / vec2(${o}TexShape[1], ${o}TexShape[0]);
        return sampleTexture(${o}, uv);
      }
    `;let f=s[0],d=s[1];return`
    float ${n}(int row, int col) {
      vec2 uv = (vec2(col, row) + halfCR) / vec2(${d}.0, ${f}.0);
      return sampleTexture(${o}, uv);
    }
  `}let{newShape:i,keptDims:u}=C.squeezeShape(t),a=i;if(a.length<t.length){let f=Oe(r,a),d=["row","col"];return`
      ${Ae(f,e)}
      float ${n}(int row, int col) {
        return ${n}(${De(d,u)});
      }
    `}if(r.shapeInfo.isUniform)return`
      float ${n}(int row, int col) {
        int index = round(dot(vec2(row, col), vec2(${t[1]}, 1)));
        ${Fe(r)}
      }
    `;let l=s[0],c=s[1],p=be(o);return c===1?e?`
      float ${n}(int row, int col) {
        float index = dot(vec3(row, col, ${p}), vec3(${o}Shape[1], 1, 1));
        vec2 uv = vec2(0.5, (index + 0.5) / float(${o}TexShape[0]));
        return sampleTexture(${o}, uv);
      }
    `:`
    float ${n}(int row, int col) {
      float index = dot(vec3(row, col, ${p}), vec3(${t[1]}, 1, 1));
      vec2 uv = vec2(0.5, (index + 0.5) / ${l}.0);
      return sampleTexture(${o}, uv);
    }
  `:l===1?e?`
      float ${n}(int row, int col) {
        float index = dot(vec3(row, col, ${p}), vec3(${o}Shape[1], 1, 1));
        vec2 uv = vec2((index + 0.5) / float(${o}TexShape[1]), 0.5);
        return sampleTexture(${o}, uv);
      }
    `:`
    float ${n}(int row, int col) {
      float index = dot(vec3(row, col, ${p}), vec3(${t[1]}, 1, 1));
      vec2 uv = vec2((index + 0.5) / ${c}.0, 0.5);
      return sampleTexture(${o}, uv);
    }
  `:e?`
      float ${n}(int row, int col) {
        // Explicitly use integer operations as dot() only works on floats.
        int index = row * ${o}Shape[1] + col + ${p};
        vec2 uv = uvFromFlat(${o}TexShape[0], ${o}TexShape[1], index);
        return sampleTexture(${o}, uv);
      }
    `:`
  float ${n}(int row, int col) {
    // Explicitly use integer operations as dot() only works on floats.
    int index = row * ${t[1]} + col + ${p};
    vec2 uv = uvFromFlat(${l}, ${c}, index);
    return sampleTexture(${o}, uv);
  }
`}function Ja(r,e){let t=r.shapeInfo.logicalShape,o=r.name,n="get"+o.charAt(0).toUpperCase()+o.slice(1),s=r.shapeInfo.texShape,i=[Math.ceil(s[0]/2),Math.ceil(s[1]/2)];if(t[0]===1){let f=t.slice(1),d=[1,2],h=Oe(r,f),g=["b","row","col"];return`
        ${Nn(h,e)}
        vec4 ${n}(int b, int row, int col) {
          return ${n}(${De(g,d)});
        }
      `}let u=U();if(e)return`
    vec4 ${n}(int b, int row, int col) {
      ivec2 packedTexShape = ivec2(ceil(float(${o}TexShape[0]) / 2.0), ceil(float(${o}TexShape[1]) / 2.0));
      int valuesPerRow = int(ceil(float(${o}Shape[2]) / 2.0));
      int texelsInBatch = valuesPerRow * int(ceil(float(${o}Shape[1]) / 2.0));
      vec2 uv = packedUVfrom3D(
        packedTexShape[0], packedTexShape[1], texelsInBatch, valuesPerRow, b, row, col);
      return ${u.texture2D}(${o}, uv);
    }
  `;let a=i[0],l=i[1],c=Math.ceil(t[2]/2),p=c*Math.ceil(t[1]/2);return`
    vec4 ${n}(int b, int row, int col) {
      vec2 uv = packedUVfrom3D(
        ${a}, ${l}, ${p}, ${c}, b, row, col);
      return ${u.texture2D}(${o}, uv);
    }
  `}function eu(r,e){let t=r.shapeInfo.logicalShape,o=r.name,n="get"+o.charAt(0).toUpperCase()+o.slice(1),s=t[1]*t[2],i=t[2],{newShape:u,keptDims:a}=C.squeezeShape(t),l=u;if(l.length<t.length){let g=Oe(r,l),$=["row","col","depth"];return`
        ${Ae(g,e)}
        float ${n}(int row, int col, int depth) {
          return ${n}(${De($,a)});
        }
      `}if(r.shapeInfo.isUniform)return`
      float ${n}(int row, int col, int depth) {
        int index = round(dot(vec3(row, col, depth),
                          vec3(${s}, ${i}, 1)));
        ${Fe(r)}
      }
    `;let c=r.shapeInfo.texShape,p=c[0],f=c[1],d=r.shapeInfo.flatOffset;if(f===s&&d==null)return e?`
      float ${n}(int row, int col, int depth) {
        int stride1 = ${o}Shape[2];
        float texR = float(row);
        float texC = dot(vec2(col, depth), vec2(stride1, 1));
        vec2 uv = (vec2(texC, texR) + halfCR) /
                   vec2(${o}TexShape[1], ${o}TexShape[0]);
        return sampleTexture(${o}, uv);
      }
    `:`
        float ${n}(int row, int col, int depth) {
          float texR = float(row);
          float texC = dot(vec2(col, depth), vec2(${i}, 1));
          vec2 uv = (vec2(texC, texR) + halfCR) /
                     vec2(${f}.0, ${p}.0);
          return sampleTexture(${o}, uv);
        }
      `;if(f===i&&d==null)return e?`
      float ${n}(int row, int col, int depth) {
        float texR = dot(vec2(row, col), vec2(${o}Shape[1], 1));
        float texC = float(depth);
        vec2 uv = (vec2(texC, texR) + halfCR) / vec2(${o}TexShape[1], ${o}TexShape[0]);
        return sampleTexture(${o}, uv);
      }
    `:`
    float ${n}(int row, int col, int depth) {
      float texR = dot(vec2(row, col), vec2(${t[1]}, 1));
      float texC = float(depth);
      vec2 uv = (vec2(texC, texR) + halfCR) / vec2(${f}.0, ${p}.0);
      return sampleTexture(${o}, uv);
    }
  `;let h=be(o);return e?`
    float ${n}(int row, int col, int depth) {
      // Explicitly use integer operations as dot() only works on floats.
      int stride0 = ${o}Shape[1] * ${o}Shape[2];
      int stride1 = ${o}Shape[2];
      int index = row * stride0 + col * stride1 + depth + ${h};
      vec2 uv = uvFromFlat(${o}TexShape[0], ${o}TexShape[1], index);
      return sampleTexture(${o}, uv);
    }
    `:`
      float ${n}(int row, int col, int depth) {
        // Explicitly use integer operations as dot() only works on floats.
        int index = row * ${s} + col * ${i} + depth + ${h};
        vec2 uv = uvFromFlat(${p}, ${f}, index);
        return sampleTexture(${o}, uv);
      }
  `}function tu(r,e){let t=r.name,o="get"+t.charAt(0).toUpperCase()+t.slice(1),n=U();if(e)return`
    vec4 ${o}(int b2, int b, int row, int col) {
      int valuesPerRow = int(ceil(float(${t}Shape[3]) / 2.0));
      int texelsInBatch = valuesPerRow * int(ceil(float(${t}Shape[2]) / 2.0));
      int index = b * texelsInBatch + (row / 2) * valuesPerRow + (col / 2);
      texelsInBatch *= ${t}Shape[1];
      index = b2 * texelsInBatch + index;
      ivec2 packedTexShape = ivec2(ceil(float(${t}TexShape[0]) / 2.0), ceil(float(${t}TexShape[1]) / 2.0));
      int texR = index / packedTexShape[1];
      int texC = index - texR * packedTexShape[1];
      vec2 uv = (vec2(texC, texR) + halfCR) / vec2(packedTexShape[1], packedTexShape[0]); return ${n.texture2D}(${t}, uv);
    }
  `;let s=r.shapeInfo.logicalShape,i=s.length,u=r.shapeInfo.texShape,a=[Math.ceil(u[0]/2),Math.ceil(u[1]/2)],l=a[0],c=a[1],p=Math.ceil(s[i-1]/2),f=p*Math.ceil(s[i-2]/2),d="int b, int row, int col",h=`b * ${f} + (row / 2) * ${p} + (col / 2)`;for(let g=2;g<i-1;g++)d=`int b${g}, `+d,f*=s[i-g-1],h=`b${g} * ${f} + `+h;return`
    vec4 ${o}(${d}) {
      int index = ${h};
      int texR = index / ${c};
      int texC = index - texR * ${c};
      vec2 uv = (vec2(texC, texR) + halfCR) / vec2(${c}, ${l});
      return ${n.texture2D}(${t}, uv);
    }
  `}function ru(r,e){let t=r.shapeInfo.logicalShape,o=r.name,n="get"+o.charAt(0).toUpperCase()+o.slice(1),s=t[3],i=t[2]*s,u=t[1]*i,{newShape:a,keptDims:l}=C.squeezeShape(t);if(a.length<t.length){let x=Oe(r,a),w=["row","col","depth","depth2"];return`
      ${Ae(x,e)}
      float ${n}(int row, int col, int depth, int depth2) {
        return ${n}(${De(w,l)});
      }
    `}if(r.shapeInfo.isUniform)return`
      float ${n}(int row, int col, int depth, int depth2) {
        int index = round(dot(vec4(row, col, depth, depth2),
                          vec4(${u}, ${i}, ${s}, 1)));
        ${Fe(r)}
      }
    `;let c=r.shapeInfo.flatOffset,p=r.shapeInfo.texShape,f=p[0],d=p[1],h=`int stride2 = ${o}Shape[3];`,g=`int stride1 = ${o}Shape[2] * stride2;`,$=`int stride0 = ${o}Shape[1] * stride1;`;if(d===u&&c==null)return e?`
      float ${n}(int row, int col, int depth, int depth2) {
        ${h}
        ${g}
        float texR = float(row);
        float texC =
            dot(vec3(col, depth, depth2),
                vec3(stride1, stride2, 1));
        vec2 uv = (vec2(texC, texR) + halfCR) /
                   vec2(${o}TexShape[1], ${o}TexShape[0]);
        return sampleTexture(${o}, uv);
      }
    `:`
      float ${n}(int row, int col, int depth, int depth2) {
        float texR = float(row);
        float texC =
            dot(vec3(col, depth, depth2),
                vec3(${i}, ${s}, 1));
        vec2 uv = (vec2(texC, texR) + halfCR) /
                   vec2(${d}.0, ${f}.0);
        return sampleTexture(${o}, uv);
      }
    `;if(d===s&&c==null)return e?`
      float ${n}(int row, int col, int depth, int depth2) {
        float texR = dot(vec3(row, col, depth),
                         vec3(${o}Shape[1] * ${o}Shape[2], ${o}Shape[2], 1));
        float texC = float(depth2);
        vec2 uv = (vec2(texC, texR) + halfCR) /
                  vec2(${o}TexShape[1], ${o}TexShape[0]);
        return sampleTexture(${o}, uv);
      }
    `:`
      float ${n}(int row, int col, int depth, int depth2) {
        float texR = dot(vec3(row, col, depth),
                         vec3(${t[1]*t[2]}, ${t[2]}, 1));
        float texC = float(depth2);
        vec2 uv = (vec2(texC, texR) + halfCR) /
                  vec2(${d}.0, ${f}.0);
        return sampleTexture(${o}, uv);
      }
    `;let m=be(o);return e?`
    float ${n}(int row, int col, int depth, int depth2) {
      // Explicitly use integer operations as dot() only works on floats.
      ${h}
      ${g}
      ${$}
      int index = row * stride0 + col * stride1 +
          depth * stride2 + depth2;
      vec2 uv = uvFromFlat(${o}TexShape[0], ${o}TexShape[1], index + ${m});
      return sampleTexture(${o}, uv);
    }
  `:`
    float ${n}(int row, int col, int depth, int depth2) {
      // Explicitly use integer operations as dot() only works on floats.
      int index = row * ${u} + col * ${i} +
          depth * ${s} + depth2;
      vec2 uv = uvFromFlat(${f}, ${d}, index + ${m});
      return sampleTexture(${o}, uv);
    }
  `}function ou(r){let e=r.shapeInfo.logicalShape,t=r.name,o="get"+t.charAt(0).toUpperCase()+t.slice(1),n=e[4],s=e[3]*n,i=e[2]*s,u=e[1]*i,{newShape:a,keptDims:l}=C.squeezeShape(e);if(a.length<e.length){let g=Oe(r,a),$=["row","col","depth","depth2","depth3"];return`
      ${Ae(g)}
      float ${o}(int row, int col, int depth, int depth2, int depth3) {
        return ${o}(${De($,l)});
      }
    `}if(r.shapeInfo.isUniform)return`
      float ${o}(int row, int col, int depth, int depth2, int depth3) {
        float index = dot(
          vec4(row, col, depth, depth2),
          vec4(${u}, ${i}, ${s}, ${n})) +
          depth3;
        ${Fe(r)}
      }
    `;let c=r.shapeInfo.flatOffset,p=r.shapeInfo.texShape,f=p[0],d=p[1];if(d===u&&c==null)return`
      float ${o}(int row, int col, int depth, int depth2, int depth3) {
        int texR = row;
        float texC = dot(vec4(col, depth, depth2, depth3),
                         vec4(${i}, ${s}, ${n}, 1));
        vec2 uv = (vec2(texC, texR) + halfCR) /
                   vec2(${d}.0, ${f}.0);
        return sampleTexture(${t}, uv);
      }
    `;if(d===n&&c==null)return`
      float ${o}(int row, int col, int depth, int depth2, int depth3) {
        float texR = dot(
          vec4(row, col, depth, depth2),
          vec4(${e[1]*e[2]*e[3]},
               ${e[2]*e[3]}, ${e[3]}, 1));
        int texC = depth3;
        vec2 uv = (vec2(texC, texR) + halfCR) /
                  vec2(${d}.0, ${f}.0);
        return sampleTexture(${t}, uv);
      }
    `;let h=be(t);return`
    float ${o}(int row, int col, int depth, int depth2, int depth3) {
      // Explicitly use integer operations as dot() only works on floats.
      int index = row * ${u} + col * ${i} + depth * ${s} +
          depth2 * ${n} + depth3 + ${h};
      vec2 uv = uvFromFlat(${f}, ${d}, index);
      return sampleTexture(${t}, uv);
    }
  `}function nu(r){let e=r.shapeInfo.logicalShape,t=r.name,o="get"+t.charAt(0).toUpperCase()+t.slice(1),{newShape:n,keptDims:s}=C.squeezeShape(e);if(n.length<e.length){let $=Oe(r,n),m=["row","col","depth","depth2","depth3","depth4"];return`
      ${Ae($)}
      float ${o}(int row, int col, int depth,
                    int depth2, int depth3, int depth4) {
        return ${o}(${De(m,s)});
      }
    `}let i=e[5],u=e[4]*i,a=e[3]*u,l=e[2]*a,c=e[1]*l;if(r.shapeInfo.isUniform)return`
      float ${o}(int row, int col, int depth,
                  int depth2, int depth3, int depth4) {
        int index = round(dot(
          vec4(row, col, depth, depth2),
          vec4(${c}, ${l}, ${a}, ${u})) +
          dot(
            vec2(depth3, depth4),
            vec2(${i}, 1)));
        ${Fe(r)}
      }
    `;let p=r.shapeInfo.flatOffset,f=r.shapeInfo.texShape,d=f[0],h=f[1];if(h===c&&p==null)return`
      float ${o}(int row, int col, int depth,
                    int depth2, int depth3, int depth4) {
        int texR = row;
        float texC = dot(vec4(col, depth, depth2, depth3),
          vec4(${l}, ${a}, ${u}, ${i})) +
               float(depth4);
        vec2 uv = (vec2(texC, texR) + halfCR) /
                   vec2(${h}.0, ${d}.0);
        return sampleTexture(${t}, uv);
      }
    `;if(h===i&&p==null)return`
      float ${o}(int row, int col, int depth,
                    int depth2, int depth3, int depth4) {
        float texR = dot(vec4(row, col, depth, depth2),
          vec4(${e[1]*e[2]*e[3]*e[4]},
               ${e[2]*e[3]*e[4]},
               ${e[3]*e[4]},
               ${e[4]})) + float(depth3);
        int texC = depth4;
        vec2 uv = (vec2(texC, texR) + halfCR) /
                  vec2(${h}.0, ${d}.0);
        return sampleTexture(${t}, uv);
      }
    `;let g=be(t);return`
    float ${o}(int row, int col, int depth,
                  int depth2, int depth3, int depth4) {
      // Explicitly use integer operations as dot() only works on floats.
      int index = row * ${c} + col * ${l} + depth * ${a} +
          depth2 * ${u} + depth3 * ${i} + depth4 + ${g};
      vec2 uv = uvFromFlat(${d}, ${h}, index);
      return sampleTexture(${t}, uv);
    }
  `}function Fe(r){let e=r.name,t=C.sizeFromShape(r.shapeInfo.logicalShape);return t<2?`return ${e};`:`
    for (int i = 0; i < ${t}; i++) {
      if (i == index) {
        return ${e}[i];
      }
    }
  `}function su(r,e){let t=r.name,o=t.charAt(0).toUpperCase()+t.slice(1),n="get"+o+"AtOutCoords",s=r.shapeInfo.logicalShape.length,i=e.logicalShape.length,u=_n(r.shapeInfo.logicalShape,e.logicalShape),a=F(i),l=i-s,c,p=["x","y","z","w","u","v"];s===0?c="":i<2&&u.length>=1?c="coords = 0;":c=u.map(x=>`coords.${p[x+l]} = 0;`).join(`
`);let f="";i<2&&s>0?f="coords":f=r.shapeInfo.logicalShape.map((x,w)=>`coords.${p[w+l]}`).join(", ");let d="return outputValue;",g=C.sizeFromShape(r.shapeInfo.logicalShape)===1,m=C.sizeFromShape(e.logicalShape)===1;if(s===1&&!g&&!m)d=`
      return vec4(outputValue.xy, outputValue.xy);
    `;else if(g&&!m)i===1?d=`
        return vec4(outputValue.x, outputValue.x, 0., 0.);
      `:d=`
        return vec4(outputValue.x);
      `;else if(u.length){let x=s-2,w=s-1;u.indexOf(x)>-1&&u.indexOf(w)>-1?d="return vec4(outputValue.x);":u.indexOf(x)>-1?d="return vec4(outputValue.x, outputValue.y, outputValue.x, outputValue.y);":u.indexOf(w)>-1&&(d="return vec4(outputValue.xx, outputValue.zz);")}return`
    vec4 ${n}() {
      ${a} coords = getOutputCoords();
      ${c}
      vec4 outputValue = get${o}(${f});
      ${d}
    }
  `}function iu(r,e){let t=r.name,o=t.charAt(0).toUpperCase()+t.slice(1),n="get"+o+"AtOutCoords",s=e.texShape,i=r.shapeInfo.texShape,u=r.shapeInfo.logicalShape.length,a=e.logicalShape.length;if(!r.shapeInfo.isUniform&&u===a&&r.shapeInfo.flatOffset==null&&C.arraysEqual(i,s))return`
      float ${n}() {
        return sampleTexture(${t}, resultUV);
      }
    `;let l=F(a),c=_n(r.shapeInfo.logicalShape,e.logicalShape),p=a-u,f,d=["x","y","z","w","u","v"];u===0?f="":a<2&&c.length>=1?f="coords = 0;":f=c.map(g=>`coords.${d[g+p]} = 0;`).join(`
`);let h="";return a<2&&u>0?h="coords":h=r.shapeInfo.logicalShape.map((g,$)=>`coords.${d[$+p]}`).join(", "),`
    float ${n}() {
      ${l} coords = getOutputCoords();
      ${f}
      return get${o}(${h});
    }
  `}function F(r){if(r<=1)return"int";if(r===2)return"ivec2";if(r===3)return"ivec3";if(r===4)return"ivec4";if(r===5)return"ivec5";if(r===6)return"ivec6";throw Error(`GPU for rank ${r} is not yet supported`)}function xt(r,e,t){let{newShape:o,keptDims:n}=C.squeezeShape(e),s=e.length,i=r&&s===3&&e[0]===1,u=i?e.slice(1):o,a=!r&&s>1&&!C.arraysEqual(e,t)&&o.length<s||i;return{useSqueezeShape:a,uniformShape:a?u:e,keptDims:n}}function Oe(r,e){let t=JSON.parse(JSON.stringify(r));return t.shapeInfo.logicalShape=e,t}function De(r,e){return e.map(t=>r[t]).join(", ")}function On(r,e,t,o){let n=t.map((c,p)=>{let f={logicalShape:c.shape,texShape:c.isUniform?null:c.texData.texShape,isUniform:c.isUniform,isPacked:c.isUniform?!1:c.texData.isPacked,flatOffset:null};return c.texData!=null&&c.texData.slice!=null&&c.texData.slice.flatOffset>0&&(f.flatOffset=c.texData.slice.flatOffset),{name:e.variableNames[p],shapeInfo:f}}),s=n.map(c=>c.shapeInfo),i={logicalShape:o.shape,texShape:o.texData.texShape,isUniform:!1,isPacked:o.texData.isPacked,flatOffset:null},u=In(n,i,e),a=ln(r.gl,u),l=r.createProgram(a);return v().get("ENGINE_COMPILE_ONLY")?{program:e,fragmentShader:a,source:u,webGLProgram:l,inShapeInfos:s,outShapeInfo:i,variablesLocations:null,customUniformLocations:null,infLoc:null,nanLoc:null,outShapeLocation:null,outShapeStridesLocation:null,outTexShapeLocation:null}:(r.buildVao(l),Object.assign({program:e,fragmentShader:a,source:u,webGLProgram:l,inShapeInfos:s,outShapeInfo:i},Cr(r,e,l)))}function Cr(r,e,t){let o=[],n=[],s,i,u,a=null,l=null;l=r.getUniformLocation(t,"NAN",!1),v().getNumber("WEBGL_VERSION")===1&&(a=r.getUniformLocation(t,"INFINITY",!1));let c=!1;for(let p of e.variableNames){let f={name:p,uniform:r.getUniformLocation(t,p,c),offset:r.getUniformLocation(t,`offset${p}`,c)};e.enableShapeUniforms&&(f.shape=r.getUniformLocation(t,`${p}Shape`,c),f.texShape=r.getUniformLocation(t,`${p}TexShape`,c)),o.push(f)}if(e.enableShapeUniforms&&(s=r.getUniformLocation(t,"outShape",c),u=r.getUniformLocation(t,"outShapeStrides",c),i=r.getUniformLocation(t,"outTexShape",c)),e.customUniforms)for(let p of e.customUniforms)n.push(r.getUniformLocation(t,p.name,c));return{variablesLocations:o,customUniformLocations:n,infLoc:a,nanLoc:l,outShapeLocation:s,outShapeStridesLocation:u,outTexShapeLocation:i}}function Fn(r,e){if(r.length!==e.length)throw Error(`Binary was compiled with ${r.length} inputs, but was executed with ${e.length} inputs`);r.forEach((t,o)=>{let n=t.logicalShape,s=e[o],i=s.shape;if(!C.arraysEqual(n,i))throw Error(`Binary was compiled with different shapes than the current args. Shapes ${n} and ${i} must match`);if(t.isUniform&&s.isUniform)return;let u=t.texShape,a=s.isUniform?null:s.texData.texShape;if(!C.arraysEqual(u,a))throw Error(`Binary was compiled with different texture shapes than the current args. Shape ${u} and ${a} must match`)})}function Dn(r,e,t,o,n){e.program.enableShapeUniforms||(Fn(e.inShapeInfos,t),Fn([e.outShapeInfo],[o]));let s=o.texData.texture,i=o.texData.texShape;o.texData.isPacked?r.setOutputPackedMatrixTexture(s.texture,i[0],i[1]):r.setOutputMatrixTexture(s.texture,i[0],i[1]),r.setProgram(e.webGLProgram),r.bindVertexArray(e.webGLProgram.vao),v().getNumber("WEBGL_VERSION")===1&&e.infLoc!==null&&r.gl.uniform1f(e.infLoc,1/0),e.nanLoc!==null&&r.gl.uniform1f(e.nanLoc,NaN);for(let a=0;a<t.length;++a){let l=t[a],{uniform:c,offset:p,shape:f,texShape:d}=e.variablesLocations[a];if(f){let{uniformShape:h}=xt(e.program.packedInputs,l.shape,l.texData.texShape);switch(h.length){case 1:r.gl.uniform1iv(f,new Int32Array(h));break;case 2:r.gl.uniform2iv(f,new Int32Array(h));break;case 3:r.gl.uniform3iv(f,new Int32Array(h));break;case 4:r.gl.uniform4iv(f,new Int32Array(h));break;default:break}}if(d&&r.gl.uniform2i(d,l.texData.texShape[0],l.texData.texShape[1]),c!=null){if(l.isUniform){if(C.sizeFromShape(l.shape)<2)r.gl.uniform1f(c,l.uniformValues[0]);else{let h=l.uniformValues;h instanceof Float32Array||(h=new Float32Array(h)),r.gl.uniform1fv(c,h)}continue}l.texData.slice!=null&&p!=null&&r.gl.uniform1i(p,l.texData.slice.flatOffset),r.setInputMatrixTexture(l.texData.texture.texture,c,a)}}let u=e.outShapeLocation;if(u)switch(o.shape.length){case 1:r.gl.uniform1iv(u,new Int32Array(o.shape));break;case 2:r.gl.uniform2iv(u,new Int32Array(o.shape));break;case 3:r.gl.uniform3iv(u,new Int32Array(o.shape));break;case 4:r.gl.uniform4iv(u,new Int32Array(o.shape));break;default:break}if(e.outShapeStridesLocation){let a=C.computeStrides(o.shape);switch(o.shape.length){case 2:r.gl.uniform1iv(e.outShapeStridesLocation,new Int32Array(a));break;case 3:r.gl.uniform2iv(e.outShapeStridesLocation,new Int32Array(a));break;case 4:r.gl.uniform3iv(e.outShapeStridesLocation,new Int32Array(a));break;default:break}}if(e.outTexShapeLocation&&r.gl.uniform2i(e.outTexShapeLocation,o.texData.texShape[0],o.texData.texShape[1]),e.program.customUniforms&&n)for(let a=0;a<e.program.customUniforms.length;++a){let l=e.program.customUniforms[a],c=e.customUniformLocations[a],p=n[a];if(l.type==="float")r.gl.uniform1fv(c,p);else if(l.type==="vec2")r.gl.uniform2fv(c,p);else if(l.type==="vec3")r.gl.uniform3fv(c,p);else if(l.type==="vec4")r.gl.uniform4fv(c,p);else if(l.type==="int")r.gl.uniform1iv(c,p);else if(l.type==="ivec2")r.gl.uniform2iv(c,p);else if(l.type==="ivec3")r.gl.uniform3iv(c,p);else if(l.type==="ivec4")r.gl.uniform4iv(c,p);else throw Error(`uniform type ${l.type} is not supported yet.`)}r.executeProgram()}function Pn(r,e,t){let o="";e.concat(t).forEach(i=>{let u=i.texData!=null&&i.texData.slice!=null&&i.texData.slice.flatOffset>0;if(r.enableShapeUniforms&&!i.isUniform){let a=i.texData.texShape,{useSqueezeShape:l,uniformShape:c,keptDims:p}=xt(r.packedInputs,i.shape,a),f="",d="",h="";if(c.length===1&&r.packedInputs){let S=[Math.ceil(a[0]/2),Math.ceil(a[1]/2)];f=`${S[0]>1}_${S[1]>1}`}else if(c.length===2&&!r.packedInputs)d=`${c[0]>1}_${c[1]>1}`;else if(c.length>2&&!r.packedInputs){let S=C.computeStrides(c);h=`${S[0]===a[1]}_${S[S.length-1]===a[1]}`}let g=i.shape.length,$=c.length===2&&C.arraysEqual(i.shape,a),m=C.sizeFromShape(i.shape)===1,x=T.getBroadcastDims(i.shape,t.shape),w=!r.packedInputs&&g===t.shape.length&&C.arraysEqual(a,t.texData.texShape),b=r.packedInputs||c.length>2?"":`${a[0]>1}_${a[1]>1}`;o+=`${g}_${w}_${l?p:""}_${c.length}_${m}_${x}_${$}_${f}_${d}_${h}_${b}_${u}`}else{let a=i.isUniform?"uniform":i.texData.texShape;o+=`${i.shape}_${a}_${u}`}});let n=r.userCode,s=r.constructor.name;return s+="_"+o+"_"+n+`${v().getNumber("WEBGL_VERSION")}`,s}function O(r){return v().getBool("WEBGL_USE_SHAPES_UNIFORMS")&&r<=4}var gt=class{constructor(e){this.variableNames=["A"],this.packedInputs=!1,this.packedOutput=!0,this.outPackingScheme=ce.DENSE,this.customUniforms=[{name:"texShape",type:"ivec2"}];let t=U();this.outputShape=e,this.enableShapeUniforms=O(this.outputShape.length),this.userCode=`
      ivec3 outCoordsFromFlatIndex(int index) {
        ${this.enableShapeUniforms?Te(["r","c","d"],e):Y(["r","c","d"],e)}
        return ivec3(r, c, d);
      }

      void main() {
        ivec2 resTexRC = ivec2(resultUV.yx * vec2(texShape[0], texShape[1]));
        int index = 4 * (resTexRC.x * texShape[1] + resTexRC.y);

        vec4 result = vec4(0.);

        for (int i=0; i<4; i++) {
          int flatIndex = index + i;
          ivec3 rc = outCoordsFromFlatIndex(flatIndex);
          result[i] = getA(rc.x, rc.y, rc.z);
        }

        ${t.output} = result;
      }
    `}};var Ct=class{constructor(e){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0,this.outPackingScheme=ce.DENSE,this.customUniforms=[{name:"texShape",type:"ivec2"}];let t=U();this.outputShape=e,this.enableShapeUniforms=O(this.outputShape.length),this.userCode=`
      ivec3 outCoordsFromFlatIndex(int index) {
        ${this.enableShapeUniforms?Te(["r","c","d"],e):Y(["r","c","d"],e)}
        return ivec3(r, c, d);
      }

      void main() {
        ivec2 resTexRC = ivec2(resultUV.yx * vec2(texShape[0], texShape[1]));
        int index = 4 * (resTexRC.x * texShape[1] + resTexRC.y);

        vec4 result = vec4(0.);

        for (int i=0; i<4; i++) {
          int flatIndex = index + i;
          ivec3 rc = outCoordsFromFlatIndex(flatIndex);
          result[i] = getChannel(getA(rc.x, rc.y, rc.z), vec2(rc.y, rc.z));
        }

        ${t.output} = result;
      }
    `}};var $t=class{constructor(e){this.variableNames=["A"],this.outTexUsage=G.DOWNLOAD;let t=U();this.outputShape=e,this.userCode=`
      ${mt}

      void main() {
        float x = getAAtOutCoords();
        ${t.output} = encode_float(x);
      }
    `}};var vt=class{constructor(e){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!1,this.outTexUsage=G.DOWNLOAD;let t=U();this.outputShape=e,this.userCode=`
      ${mt}

      void main() {
        ivec3 coords = getOutputCoords();
        float x = getChannel(getAAtOutCoords(), vec2(coords.y, coords.z));
        ${t.output} = encode_float(x);
      }
    `}};var lu={R:0,G:1,B:2,A:3},et=class{constructor(e,t=!1,o="RGBA"){this.variableNames=["A"],this.customUniforms=[{name:"texShape",type:"ivec2"}];let n=U();this.outputShape=e,this.enableShapeUniforms=O(this.outputShape.length);let s="result";t&&(s="floor(result * 255. + 0.5)");let i="";for(let u=0;u<o.length;u++){let a=o[u];i+=`
          if(offset == ${u}) {
            result = values[${lu[a]}];
          }`}this.userCode=`
      ${this.enableShapeUniforms?Ie():_e(e)}

      void main() {
        ivec3 coords = getOutputCoords();
        int flatIndex = getFlatIndex(coords);
        float result = 0.;
        int offset = imod(flatIndex, ${o.length});

        flatIndex = idiv(flatIndex, ${o.length}, 1.);

        int r = flatIndex / texShape[1];
        if (r < texShape[0]) {
          int c = imod(flatIndex, texShape[1]);
          vec2 uv = (vec2(c, r) + halfCR) / vec2(texShape[1], texShape[0]);
          vec4 values = ${n.texture2D}(A, uv);
          ${i}
        }
        ${n.output} = vec4(${s}, 0., 0., 0.);
      }
    `}};var Tt=class{constructor(e,t=!1){this.variableNames=["A"],this.packedInputs=!1,this.packedOutput=!0,this.customUniforms=[{name:"texShape",type:"ivec2"}];let o=U();this.outputShape=e,this.enableShapeUniforms=O(this.outputShape.length);let n="",s="result";t&&(s="floor(result * 255. + 0.5)");for(let i=0;i<=1;i++)for(let u=0;u<=1;u++){let a=i*2+u;n+=`
          localCoords = coords;
          if(localCoords[2] + ${u} < ${this.enableShapeUniforms?"outShape[2]":`${e[2]}`}) {
          localCoords[2] += ${u};
          if (localCoords[1] + ${i} < ${this.enableShapeUniforms?"outShape[1]":`${e[1]}`}) {
            localCoords[1] += ${i};

            flatIndex = getFlatIndex(localCoords);
            offset = imod(flatIndex, 4);

            flatIndex = idiv(flatIndex, 4, 1.);

            int r = flatIndex / texShape[1];
            int c = imod(flatIndex, texShape[1]);
            vec2 uv = (vec2(c, r) + halfCR) / vec2(texShape[1], texShape[0]);
            values = ${o.texture2D}(A, uv);

            if (offset == 0) {
              result[${a}] = values[0];
            } else if (offset == 1) {
              result[${a}] = values[1];
            } else if (offset == 2) {
              result[${a}] = values[2];
            } else {
              result[${a}] = values[3];
            }
          }
        }
        `}this.userCode=`
        ${this.enableShapeUniforms?Ie():_e(e)}

        void main() {
          ivec3 coords = getOutputCoords();

          vec4 result = vec4(0.);
          int flatIndex, r, c, offset;
          ivec3 localCoords;
          vec2 uv;
          vec4 values;

          ${n}

          ${o.output} = ${s};
        }
    `}};function kn(r){let e=U(),t=`${e.version}
    precision highp float;
    ${e.attribute} vec3 clipSpacePos;
    ${e.attribute} vec2 uv;
    ${e.varyingVs} vec2 resultUV;

    void main() {
      gl_Position = vec4(clipSpacePos, 1);
      resultUV = uv;
    }`;return un(r,t)}function Ln(r){let e=new Float32Array([-1,1,0,0,1,-1,-1,0,0,0,1,1,0,1,1,1,-1,0,1,0]);return dn(r,e)}function Un(r){let e=new Uint16Array([0,1,2,2,1,3]);return fn(r,e)}function tt(r,e,t,o,n,s){mn(e,t);let i=hn(r),u=r.TEXTURE_2D;return R(r,()=>r.bindTexture(u,i)),R(r,()=>r.texParameteri(u,r.TEXTURE_WRAP_S,r.CLAMP_TO_EDGE)),R(r,()=>r.texParameteri(u,r.TEXTURE_WRAP_T,r.CLAMP_TO_EDGE)),R(r,()=>r.texParameteri(u,r.TEXTURE_MIN_FILTER,r.NEAREST)),R(r,()=>r.texParameteri(u,r.TEXTURE_MAG_FILTER,r.NEAREST)),v().getNumber("WEBGL_VERSION")===1?R(r,()=>r.texImage2D(u,0,o,e,t,0,n,s,null)):R(r,()=>r.texStorage2D(u,1,o,e,t)),R(r,()=>r.bindTexture(r.TEXTURE_2D,null)),{texture:i,texShape:[t,e]}}function $r(r){return r.internalFormatFloat}function Bn(r,e,t,o){let[n,s]=$e(e,t);return tt(r,n,s,$r(o),o.textureFormatFloat,r.FLOAT)}function vr(r){return r.internalFormatHalfFloat}function Vn(r,e,t,o){let[n,s]=$e(e,t);return tt(r,n,s,vr(o),o.textureFormatFloat,o.textureTypeHalfFloat)}function Tr(r){return r.downloadTextureFormat}function Mn(r,e,t,o){let[n,s]=$e(e,t);return tt(r,n,s,Tr(o),r.RGBA,r.UNSIGNED_BYTE)}function br(r){return r.internalFormatPackedFloat}function Wn(r,e,t,o){let[n,s]=Z(e,t);return tt(r,n,s,br(o),r.RGBA,r.FLOAT)}function Rr(r){return r.internalFormatPackedHalfFloat}function Gn(r,e,t,o){let[n,s]=Z(e,t);return tt(r,n,s,Rr(o),r.RGBA,o.textureTypeHalfFloat)}function zn(r,e,t){return R(r,()=>r.bindBuffer(r.ARRAY_BUFFER,t)),mr(r,e,"clipSpacePos",t,3,20,0)&&mr(r,e,"uv",t,2,20,12)}function Xn(r,e,t,o,n,s){R(r,()=>r.bindTexture(r.TEXTURE_2D,e));let i,u,a;n instanceof Uint8Array?(i=new Uint8Array(t*o*4),u=r.UNSIGNED_BYTE,a=r.RGBA):(i=new Float32Array(t*o*4),u=r.FLOAT,a=s.internalFormatPackedFloat),i.set(n),v().getNumber("WEBGL_VERSION")===2?R(r,()=>r.texSubImage2D(r.TEXTURE_2D,0,0,0,t,o,r.RGBA,u,i)):R(r,()=>r.texImage2D(r.TEXTURE_2D,0,a,t,o,0,r.RGBA,u,i)),R(r,()=>r.bindTexture(r.TEXTURE_2D,null))}function Hn(r,e,t){R(r,()=>r.bindTexture(r.TEXTURE_2D,e)),t.data instanceof Uint8Array?v().getNumber("WEBGL_VERSION")===2?R(r,()=>r.texSubImage2D(r.TEXTURE_2D,0,0,0,t.width,t.height,r.RGBA,r.UNSIGNED_BYTE,t.data)):R(r,()=>r.texImage2D(r.TEXTURE_2D,0,r.RGBA,t.width,t.height,0,r.RGBA,r.UNSIGNED_BYTE,t.data)):v().getNumber("WEBGL_VERSION")===2?R(r,()=>r.texSubImage2D(r.TEXTURE_2D,0,0,0,r.RGBA,r.UNSIGNED_BYTE,t)):R(r,()=>r.texImage2D(r.TEXTURE_2D,0,r.RGBA,r.RGBA,r.UNSIGNED_BYTE,t)),R(r,()=>r.bindTexture(r.TEXTURE_2D,null))}function Kn(r,e,t,o){let n=r.createBuffer();R(r,()=>r.bindBuffer(r.PIXEL_PACK_BUFFER,n));let u=4*4*e*t;return R(r,()=>r.bufferData(r.PIXEL_PACK_BUFFER,u,r.STREAM_READ)),R(r,()=>r.readPixels(0,0,t,e,r.RGBA,r.FLOAT,0)),R(r,()=>r.bindBuffer(r.PIXEL_PACK_BUFFER,null)),n}function qn(r,e,t){let o=r,n=new Float32Array(t);return o.bindBuffer(o.PIXEL_PACK_BUFFER,e),o.getBufferSubData(o.PIXEL_PACK_BUFFER,0,n),o.bindBuffer(o.PIXEL_PACK_BUFFER,null),n}function Yn(r,e,t,o){let[n,s]=$e(e,t),i=4,u=new Uint8Array(nn(e*t,i));return R(r,()=>r.readPixels(0,0,n,s,o.downloadTextureFormat,r.UNSIGNED_BYTE,u)),new Float32Array(u.buffer)}function jn(r,e,t,o,n,s,i,u){let a=r,l=new Float32Array(sn(s,i));return a.bindBuffer(a.PIXEL_PACK_BUFFER,e),a.getBufferSubData(a.PIXEL_PACK_BUFFER,0,l),a.bindBuffer(a.PIXEL_PACK_BUFFER,null),l}function Qn(r,e,t){let o=new Float32Array(e*t*4);return R(r,()=>r.readPixels(0,0,t,e,r.RGBA,r.FLOAT,o)),o}var Pe=class{constructor(e){this.outputTexture=null,this.program=null,this.disposed=!1,this.itemsToPoll=[];let t=v().getNumber("WEBGL_VERSION");if(e!=null?(this.gl=e,on(t,e)):this.gl=X(t),e=this.gl,v().getNumber("WEBGL_VERSION")===2){let s=e;this.createVertexArray=()=>R(s,()=>s.createVertexArray()),this.bindVertexArray=i=>R(s,()=>s.bindVertexArray(i)),this.deleteVertexArray=i=>R(s,()=>s.deleteVertexArray(i)),this.getVertexArray=()=>R(s,()=>s.getParameter(s.VERTEX_ARRAY_BINDING))}else if(e!=null){let s=e.getExtension("OES_vertex_array_object");if(s==null)throw new Error("All WebGL1 implementations are expected to offer OES_vertex_array_object.");this.createVertexArray=()=>R(e,()=>s.createVertexArrayOES()),this.bindVertexArray=i=>R(e,()=>s.bindVertexArrayOES(i)),this.deleteVertexArray=i=>R(e,()=>s.deleteVertexArrayOES(i)),this.getVertexArray=()=>R(e,()=>e.getParameter(s.VERTEX_ARRAY_BINDING_OES))}let o="WEBGL_color_buffer_float",n="EXT_color_buffer_half_float";if(this.parallelCompilationExtension=this.gl.getExtension("KHR_parallel_shader_compile"),v().getNumber("WEBGL_VERSION")===1){let s="OES_texture_float",i="OES_texture_half_float";if(this.textureFloatExtension=Qe(this.gl,s),H(this.gl,i))this.textureHalfFloatExtension=Qe(this.gl,i);else if(v().get("WEBGL_FORCE_F16_TEXTURES"))throw new Error("GL context does not support half float textures, yet the environment flag WEBGL_FORCE_F16_TEXTURES is set to true.");if(this.colorBufferFloatExtension=this.gl.getExtension(o),H(this.gl,n))this.colorBufferHalfFloatExtension=Qe(this.gl,n);else if(v().get("WEBGL_FORCE_F16_TEXTURES"))throw new Error("GL context does not support color renderable half floats, yet the environment flag WEBGL_FORCE_F16_TEXTURES is set to true.")}else if(o="EXT_color_buffer_float",H(this.gl,o))this.colorBufferFloatExtension=this.gl.getExtension(o);else if(H(this.gl,n))this.colorBufferHalfFloatExtension=this.gl.getExtension(n);else throw new Error("GL context does not support color renderable floats");this.vertexBuffer=Ln(this.gl),this.indexBuffer=Un(this.gl),this.framebuffer=xn(this.gl),this.textureConfig=je(this.gl,this.textureHalfFloatExtension)}get debug(){return v().getBool("DEBUG")}dispose(){if(this.disposed)return;this.program!=null&&console.warn("Disposing a GPGPUContext that still has a bound WebGLProgram. This is probably a resource leak, delete the program with GPGPUContext.deleteProgram before disposing."),this.outputTexture!=null&&console.warn("Disposing a GPGPUContext that still has a bound output matrix texture.  This is probably a resource leak, delete the output matrix texture with GPGPUContext.deleteMatrixTexture before disposing.");let e=this.gl;R(e,()=>e.finish()),R(e,()=>e.bindFramebuffer(e.FRAMEBUFFER,null)),R(e,()=>e.deleteFramebuffer(this.framebuffer)),R(e,()=>e.bindBuffer(e.ARRAY_BUFFER,null)),R(e,()=>e.bindBuffer(e.ELEMENT_ARRAY_BUFFER,null)),R(e,()=>e.deleteBuffer(this.indexBuffer)),this.disposed=!0}createFloat32MatrixTexture(e,t){return this.throwIfDisposed(),Bn(this.gl,e,t,this.textureConfig)}createFloat16MatrixTexture(e,t){return this.throwIfDisposed(),Vn(this.gl,e,t,this.textureConfig)}createUnsignedBytesMatrixTexture(e,t){return this.throwIfDisposed(),Mn(this.gl,e,t,this.textureConfig)}uploadPixelDataToTexture(e,t){this.throwIfDisposed(),Hn(this.gl,e,t)}uploadDenseMatrixToTexture(e,t,o,n){this.throwIfDisposed(),Xn(this.gl,e,t,o,n,this.textureConfig)}createFloat16PackedMatrixTexture(e,t){return this.throwIfDisposed(),Gn(this.gl,e,t,this.textureConfig)}createPackedMatrixTexture(e,t){return this.throwIfDisposed(),Wn(this.gl,e,t,this.textureConfig)}deleteMatrixTexture(e){this.throwIfDisposed(),this.outputTexture===e&&(xr(this.gl,this.framebuffer),this.outputTexture=null),R(this.gl,()=>this.gl.deleteTexture(e))}downloadByteEncodedFloatMatrixFromOutputTexture(e,t,o){return this.downloadMatrixDriver(e,()=>Yn(this.gl,t,o,this.textureConfig))}downloadPackedMatrixFromBuffer(e,t,o,n,s,i){return jn(this.gl,e,t,o,n,s,i,this.textureConfig)}downloadFloat32MatrixFromBuffer(e,t){return qn(this.gl,e,t)}createBufferFromTexture(e,t,o){this.bindTextureToFrameBuffer(e);let n=Kn(this.gl,t,o,this.textureConfig);return this.unbindTextureToFrameBuffer(),n}createAndWaitForFence(){let e=this.createFence(this.gl);return this.pollFence(e)}createFence(e){let t,o;if(v().getBool("WEBGL_FENCE_API_ENABLED")){let n=e,s=n.fenceSync(n.SYNC_GPU_COMMANDS_COMPLETE,0);e.flush(),o=()=>{let i=n.clientWaitSync(s,0,0);return i===n.ALREADY_SIGNALED||i===n.CONDITION_SATISFIED},t=s}else v().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION")>0?(t=this.beginQuery(),this.endQuery(),o=()=>this.isQueryAvailable(t,v().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION"))):o=()=>!0;return{query:t,isFencePassed:o}}downloadMatrixFromPackedTexture(e,t,o){return this.downloadMatrixDriver(e,()=>Qn(this.gl,t,o))}createProgram(e){this.throwIfDisposed();let t=this.gl;this.vertexShader==null&&(this.vertexShader=kn(t));let o=cn(t);R(t,()=>t.attachShader(o,this.vertexShader)),R(t,()=>t.attachShader(o,e)),pn(t,o);let n=Object.assign(o,{vao:this.createVertexArray()});return this.debug&&pt(t,n),n}buildVao(e){this.setProgram(e),this.bindVertexArray(e.vao);let t=this.gl;R(t,()=>t.bindBuffer(t.ELEMENT_ARRAY_BUFFER,this.indexBuffer)),zn(t,e,this.vertexBuffer)}deleteProgram(e){this.throwIfDisposed(),e===this.program&&(this.program=null),e!=null&&(R(this.gl,()=>this.gl.deleteProgram(e)),this.deleteVertexArray(e.vao))}setProgram(e){this.throwIfDisposed(),this.program=e,this.program!=null&&this.debug&&pt(this.gl,this.program),R(this.gl,()=>this.gl.useProgram(e))}getUniformLocation(e,t,o=!0){return this.throwIfDisposed(),o?gn(this.gl,e,t):Cn(this.gl,e,t)}getAttributeLocation(e,t){return this.throwIfDisposed(),R(this.gl,()=>this.gl.getAttribLocation(e,t))}getUniformLocationNoThrow(e,t){return this.throwIfDisposed(),this.gl.getUniformLocation(e,t)}setInputMatrixTexture(e,t,o){this.throwIfDisposed(),this.throwIfNoProgram(),$n(this.gl,e,t,o)}setOutputMatrixTexture(e,t,o){this.setOutputMatrixTextureDriver(e,o,t)}setOutputPackedMatrixTexture(e,t,o){this.throwIfDisposed();let[n,s]=Z(t,o);this.setOutputMatrixTextureDriver(e,n,s)}setOutputMatrixWriteRegion(e,t,o,n){this.setOutputMatrixWriteRegionDriver(o,e,n,t)}setOutputPackedMatrixWriteRegion(e,t,o,n){throw new Error("setOutputPackedMatrixWriteRegion not implemented.")}debugValidate(){this.program!=null&&pt(this.gl,this.program),Ze(this.gl)}executeProgram(){this.throwIfDisposed(),this.throwIfNoProgram();let e=this.gl;if(this.debug){let t=this.getVertexArray();console.assert(t===this.program.vao,"VAO changed between setProgram and executeProgram!"),this.debugValidate()}R(e,()=>e.drawElements(e.TRIANGLES,6,e.UNSIGNED_SHORT,0))}blockUntilAllProgramsCompleted(){this.throwIfDisposed(),R(this.gl,()=>this.gl.finish())}getQueryTimerExtension(){return this.disjointQueryTimerExtension==null&&(this.disjointQueryTimerExtension=Qe(this.gl,v().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION")===2?"EXT_disjoint_timer_query_webgl2":"EXT_disjoint_timer_query")),this.disjointQueryTimerExtension}getQueryTimerExtensionWebGL2(){return this.getQueryTimerExtension()}getQueryTimerExtensionWebGL1(){return this.getQueryTimerExtension()}beginQuery(){if(v().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION")===2){let o=this.gl,n=this.getQueryTimerExtensionWebGL2(),s=o.createQuery();return o.beginQuery(n.TIME_ELAPSED_EXT,s),s}let e=this.getQueryTimerExtensionWebGL1(),t=e.createQueryEXT();return e.beginQueryEXT(e.TIME_ELAPSED_EXT,t),t}endQuery(){if(v().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION")===2){let t=this.gl,o=this.getQueryTimerExtensionWebGL2();t.endQuery(o.TIME_ELAPSED_EXT);return}let e=this.getQueryTimerExtensionWebGL1();e.endQueryEXT(e.TIME_ELAPSED_EXT)}async waitForQueryAndGetTime(e){return await C.repeatedTry(()=>this.disposed||this.isQueryAvailable(e,v().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION"))),this.getQueryTime(e,v().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION"))}getQueryTime(e,t){if(t===0)return null;if(t===2){let o=this.gl;return o.getQueryParameter(e,o.QUERY_RESULT)/1e6}else{let o=this.getQueryTimerExtensionWebGL1();return o.getQueryObjectEXT(e,o.QUERY_RESULT_EXT)/1e6}}isQueryAvailable(e,t){if(t===0)return!0;if(t===2){let o=this.gl,n=this.getQueryTimerExtensionWebGL2(),s=o.getQueryParameter(e,o.QUERY_RESULT_AVAILABLE);return this.disjoint==null&&(this.disjoint=this.gl.getParameter(n.GPU_DISJOINT_EXT)),s&&!this.disjoint}else{let o=this.getQueryTimerExtensionWebGL1(),n=o.getQueryObjectEXT(e,o.QUERY_RESULT_AVAILABLE_EXT);return this.disjoint==null&&(this.disjoint=this.gl.getParameter(o.GPU_DISJOINT_EXT)),n&&!this.disjoint}}pollFence(e){return new Promise(t=>{this.addItemToPoll(()=>e.isFencePassed(),()=>t())})}pollItems(){let e=pu(this.itemsToPoll.map(t=>t.isDoneFn));for(let t=0;t<=e;++t){let{resolveFn:o}=this.itemsToPoll[t];o()}this.itemsToPoll=this.itemsToPoll.slice(e+1)}addItemToPoll(e,t){if(this.itemsToPoll.push({isDoneFn:e,resolveFn:t}),this.itemsToPoll.length>1)return;let o;"setTimeoutCustom"in v().platform&&(o=v().platform.setTimeoutCustom.bind(v().platform)),C.repeatedTry(()=>(this.pollItems(),this.itemsToPoll.length===0),()=>0,null,o)}bindTextureToFrameBuffer(e){this.throwIfDisposed(),dt(this.gl,e,this.framebuffer),this.debug&&Ze(this.gl)}unbindTextureToFrameBuffer(){this.outputTexture!=null?(dt(this.gl,this.outputTexture,this.framebuffer),this.debug&&Ze(this.gl)):xr(this.gl,this.framebuffer)}downloadMatrixDriver(e,t){this.bindTextureToFrameBuffer(e);let o=t();return this.unbindTextureToFrameBuffer(),o}setOutputMatrixTextureDriver(e,t,o){this.throwIfDisposed();let n=this.gl;dt(n,e,this.framebuffer),this.debug&&Ze(n),this.outputTexture=e,R(n,()=>n.viewport(0,0,t,o)),R(n,()=>n.scissor(0,0,t,o))}setOutputMatrixWriteRegionDriver(e,t,o,n){this.throwIfDisposed(),R(this.gl,()=>this.gl.scissor(e,t,o,n))}throwIfDisposed(){if(this.disposed)throw new Error("Attempted to use disposed GPGPUContext.")}throwIfNoProgram(){if(this.program==null)throw new Error("No GPU program is currently set.")}};function pu(r){let e=0;for(;e<r.length&&r[e]();++e);return e-1}var{addImpl:Zn,bincountImpl:xp,bincountReduceImpl:gp,bitwiseAndImpl:Cp,castImpl:Jn,ceilImpl:$p,concatImpl:es,equalImpl:vp,expImpl:ts,expm1Impl:rs,floorImpl:Tp,gatherNdImpl:bp,gatherV2Impl:os,greaterImpl:ns,greaterEqualImpl:ss,lessImpl:is,lessEqualImpl:as,linSpaceImpl:Rp,logImpl:us,maxImpl:ls,maximumImpl:cs,minimumImpl:ps,multiplyImpl:ds,negImpl:fs,notEqualImpl:hs,prodImpl:ms,raggedGatherImpl:Ep,raggedRangeImpl:Sp,raggedTensorToTensorImpl:wp,rangeImpl:yp,rsqrtImpl:xs,scatterImpl:_p,sigmoidImpl:gs,simpleAbsImpl:bt,sliceImpl:Cs,sparseFillEmptyRowsImpl:Ip,sparseReshapeImpl:Np,sparseSegmentReductionImpl:Ap,sqrtImpl:$s,staticRegexReplaceImpl:Fp,stridedSliceImpl:vs,stringNGramsImpl:Op,stringSplitImpl:Dp,stringToHashBucketFastImpl:Pp,subImpl:Ts,tileImpl:bs,topKImpl:kp,transposeImpl:Re,uniqueImpl:Lp}=rn;function Er(r,e){return["x","y","z","w","u","v"].slice(0,e).map(t=>`${r}.${t}`)}function M(r,e){return e===1?[r]:Er(r,e)}function Rs(r,e){if(r===1)return"rc";let t="";for(let o=0;o<r;o++)t+=e[o],o<r-1&&(t+=",");return t}var Rt=class{constructor(e){if(this.variableNames=["A"],this.packedInputs=!1,this.packedOutput=!0,this.outputShape=e,this.rank=e.length,this.enableShapeUniforms=O(this.outputShape.length),this.rank===0)this.userCode=`
        void main() {
          setOutput(vec4(getA(), 0., 0., 0.));
        }
      `;else{let t=M("rc",this.rank),o=F(this.rank),n=this.getOutOfBoundsCondition(t),s=this.getSetup(t),i=this.getOutput(t);this.userCode=`
        void main() {
          ${o} rc = getOutputCoords();

          if(${n}) {
            setOutput(vec4(0));
          } else {
            ${s}

            setOutput(vec4(${i}));
          }
        }
      `}}getSourceCoordsArr(e){let t=[];for(let o=0;o<=1;o++)for(let n=0;n<=1;n++){let s=`${o===0?"r":"rp1"}, ${n===0?"c":"cp1"}`;for(let i=2;i<this.rank;i++)s=`${e[e.length-1-i]},`+s;t.push(s)}return t}getOutOfBoundsCondition(e){if(this.rank===1)return`rc > ${this.enableShapeUniforms?"outShape":this.outputShape[0]}`;let t="";for(let o=this.rank-2;o<this.rank;o++)t+=`${e[o]} >= ${this.enableShapeUniforms?`outShape[${o}]`:this.outputShape[o]}`,o<this.rank-1&&(t+="||");return t}getSetup(e){if(this.rank===1)return"";let t=e.slice(-2),o=this.enableShapeUniforms?`outShape[${this.rank} - 1]`:this.outputShape[this.rank-1],n=this.enableShapeUniforms?`outShape[${this.rank} - 2]`:this.outputShape[this.rank-2];return`
      int r = ${t[0]};
      int c = ${t[1]};
      int rp1 = r + 1;
      int cp1 = c + 1;

      bool cEdge = cp1 >= ${o};
      bool rEdge = rp1 >= ${n};
    `}getOutput(e){let t=this.getSourceCoordsArr(e);return this.rank===1?`getA(rc), (rc + 1 >= ${this.enableShapeUniforms?"outShape":this.outputShape[0]} ? 0. : getA(rc + 1)), 0, 0`:`getA(${t[0]}),
            cEdge ? 0. : getA(${t[1]}),
            rEdge ? 0. : getA(${t[2]}),
            rEdge || cEdge ? 0. : getA(${t[3]})`}};var ke=class{constructor(e,t){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0,this.customUniforms=[{name:"inputShape",type:"ivec3"}],this.outputShape=e,this.enableShapeUniforms=O(this.outputShape.length);let o="";for(let n=0;n<4;n++){let s="thisRC = rc;";n%2===1&&(s+="thisRC.z += 1;"),n>1&&(s+="thisRC.y += 1;"),o+=`
        ${s}
        ${n>0?"if(thisRC.y < rows && thisRC.z < cols){":""}
          int flatIndex = getFlatIndex(thisRC);

          ivec3 inputRC = inputCoordsFromReshapedOutCoords(flatIndex);
          vec2 inputRCInnerDims = vec2(float(inputRC.y),float(inputRC.z));

          result[${n}] =
            getChannel(getA(inputRC.x, inputRC.y, inputRC.z), inputRCInnerDims);
        ${n>0?"}":""}
      `}this.userCode=`
      ${du(t,this.enableShapeUniforms)}
      ${this.enableShapeUniforms?Ie():_e(e)}

      void main() {
        ivec3 rc = getOutputCoords();

        vec4 result = vec4(0.);

        ivec3 thisRC;
        int rows = ${this.enableShapeUniforms?"outShape[1]":e[1]};
        int cols = ${this.enableShapeUniforms?"outShape[2]":e[2]};

        ${o}

        setOutput(result);
      }
    `}};function du(r,e){return`
    ivec3 inputCoordsFromReshapedOutCoords(int index) {
      ${e?yn(["r","c","d"],"inputShape"):Y(["r","c","d"],r)}
      return ivec3(r, c, d);
    }
  `}var Et=class{constructor(e){this.gpgpu=e,this.numUsedTextures=0,this.numFreeTextures=0,this._numBytesAllocated=0,this._numBytesFree=0,this.freeTextures={},this.usedTextures={},this.logEnabled=!1}acquireTexture(e,t,o){let n=Ss(t,o),s=ws(e,n,o);s in this.freeTextures||(this.freeTextures[s]=[]),s in this.usedTextures||(this.usedTextures[s]=[]);let i=Es(e,n,this.gpgpu.gl,this.gpgpu.textureConfig,o);if(this.freeTextures[s].length>0){this.numFreeTextures--,this.numUsedTextures++,this._numBytesFree-=i,this.log();let a=this.freeTextures[s].pop();return this.usedTextures[s].push(a),a}let u;return n===V.PACKED_2X2_FLOAT32?u=this.gpgpu.createPackedMatrixTexture(e[0],e[1]):n===V.PACKED_2X2_FLOAT16?u=this.gpgpu.createFloat16PackedMatrixTexture(e[0],e[1]):n===V.UNPACKED_FLOAT32?u=this.gpgpu.createFloat32MatrixTexture(e[0],e[1]):n===V.UNPACKED_FLOAT16?u=this.gpgpu.createFloat16MatrixTexture(e[0],e[1]):n===V.PACKED_4X1_UNSIGNED_BYTE&&(u=this.gpgpu.createUnsignedBytesMatrixTexture(e[0],e[1])),this.usedTextures[s].push(u),this.numUsedTextures++,this._numBytesAllocated+=i,this.log(),u}releaseTexture(e,t,o,n){if(this.freeTextures==null)return;let s=Ss(o,n),i=ws(t,s,n);i in this.freeTextures||(this.freeTextures[i]=[]);let u=Es(t,s,this.gpgpu.gl,this.gpgpu.textureConfig,n),a=v().getNumber("WEBGL_DELETE_TEXTURE_THRESHOLD");a!==-1&&this._numBytesAllocated>a?(this.gpgpu.deleteMatrixTexture(e.texture),this._numBytesAllocated-=u):(this.freeTextures[i].push(e),this.numFreeTextures++,this._numBytesFree+=u),this.numUsedTextures--;let l=this.usedTextures[i],c=l&&l.indexOf(e);if(c==null||c<0)throw new Error("Cannot release a texture that was never provided by this texture manager");l[c]=l[l.length-1],l.pop(),this.log()}log(){if(!this.logEnabled)return;let e=this.numFreeTextures+this.numUsedTextures;console.log("Free/Used",`${this.numFreeTextures} / ${this.numUsedTextures}`,`(${e})`);let t=this._numBytesFree/this._numBytesAllocated;console.log(`Bytes allocated: ${this._numBytesAllocated}`),console.log(`Bytes unused: ${this._numBytesFree} (${Math.round(100*t)}%)`)}get numBytesAllocated(){return this._numBytesAllocated}get numBytesFree(){return this._numBytesFree}getNumUsedTextures(){return this.numUsedTextures}getNumFreeTextures(){return this.numFreeTextures}dispose(){if(this.freeTextures!=null){for(let e in this.freeTextures)this.freeTextures[e].forEach(t=>{this.gpgpu.deleteMatrixTexture(t.texture)});for(let e in this.usedTextures)this.usedTextures[e].forEach(t=>{this.gpgpu.deleteMatrixTexture(t.texture)});this.freeTextures=null,this.usedTextures=null,this.numUsedTextures=0,this.numFreeTextures=0,this._numBytesAllocated=0,this._numBytesFree=0}}};function fu(r,e){let t=r;if(e===t.R32F)return 4;if(e===t.R16F)return 2;if(e===t.RGBA32F)return 16;if(e===r.RGBA)return 16;if(e===t.RGBA16F)return 8;if(e===t.RGBA8)return 4;throw new Error(`Unknown internal format ${e}`)}function Es(r,e,t,o,n){let s=hu(e,o),i;if(n){let[a,l]=Z(r[0],r[1]);i=a*l}else{let[a,l]=$e(r[0],r[1]);i=a*l}let u=fu(t,s);return i*u}function hu(r,e){switch(r){case V.PACKED_2X2_FLOAT32:return br(e);case V.PACKED_2X2_FLOAT16:return Rr(e);case V.UNPACKED_FLOAT32:return $r(e);case V.UNPACKED_FLOAT16:return vr(e);case V.PACKED_4X1_UNSIGNED_BYTE:return Tr(e);default:throw new Error(`Unknown physical texture type ${r}`)}}function mu(r){return v().getBool("WEBGL_RENDER_FLOAT32_ENABLED")?r?V.PACKED_2X2_FLOAT32:V.UNPACKED_FLOAT32:r?V.PACKED_2X2_FLOAT16:V.UNPACKED_FLOAT16}function Ss(r,e){if(r===G.UPLOAD)return V.PACKED_2X2_FLOAT32;if(r===G.RENDER||r==null)return mu(e);if(r===G.DOWNLOAD||r===G.PIXELS)return V.PACKED_4X1_UNSIGNED_BYTE;throw new Error(`Unknown logical texture type ${r}`)}function ws(r,e,t){return`${r[0]}_${r[1]}_${e}_${t}`}var W=class{constructor(e,t){this.variableNames=["A"],this.outputShape=e,this.enableShapeUniforms=O(this.outputShape.length),this.userCode=`
      float unaryOperation(float x) {
        ${t}
      }

      void main() {
        float x = getAAtOutCoords();
        float y = unaryOperation(x);

        setOutput(y);
      }
    `}},fe="if (isnan(x)) return x;",ys="return x;",Sr="return abs(x);";var _s="return (x >= 0.0) ? x : (exp(x) - 1.0);",Is=fe+`
  return (x < 0.0) ? 0.0 : x;
`,Ns=fe+`
  return (x < 0.0) ? 0.0 : min(6.0, x);
`,J="return x;",As="return 1.0 / (1.0 + exp(-1.0 * x));";var Os="return x;",Ds=`
  vec4 result;

  result.r = (x.r >= 0.0) ? x.r : (exp(x.r) - 1.0);
  result.g = (x.g >= 0.0) ? x.g : (exp(x.g) - 1.0);
  result.b = (x.b >= 0.0) ? x.b : (exp(x.b) - 1.0);
  result.a = (x.a >= 0.0) ? x.a : (exp(x.a) - 1.0);

  return result;
`,Ps=`
  vec4 result = x * vec4(greaterThanEqual(x, vec4(0.0)));
  bvec4 isNaN = isnan(x);

  result.r = isNaN.r ? x.r : result.r;
  result.g = isNaN.g ? x.g : result.g;
  result.b = isNaN.b ? x.b : result.b;
  result.a = isNaN.a ? x.a : result.a;

  return result;
`,ks=`
  vec4 result = min(x, vec4(6.)) * vec4(greaterThanEqual(x, vec4(0.0)));
  bvec4 isNaN = isnan(x);

  result.r = isNaN.r ? x.r : result.r;
  result.g = isNaN.g ? x.g : result.g;
  result.b = isNaN.b ? x.b : result.b;
  result.a = isNaN.a ? x.a : result.a;

  return result;
`,Ls="return 1.0 / (1.0 + exp(-1.0 * x));",z=class{constructor(e,t){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0,this.outputShape=e,this.enableShapeUniforms=O(this.outputShape.length),this.userCode=`
      vec4 unaryOperation(vec4 x) {
        ${t}
      }

      void main() {
        vec4 x = getAAtOutCoords();
        vec4 y = unaryOperation(x);

        setOutput(y);
      }
    `}};var St=class{constructor(e){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!1,this.outputShape=e,this.enableShapeUniforms=O(this.outputShape.length);let t=e.length,o=M("rc",t),n=F(t),s=Rs(t,o),i=o.slice(-2),u=t<=1?"rc":`vec2(${i.join(",")})`;this.userCode=`
      void main() {
        ${n} rc = getOutputCoords();
        vec4 packedInput = getA(${s});

        setOutput(getChannel(packedInput, ${u}));
      }
    `}};var gu=tn.whereImpl,Cu=1e-7,$u=1e-4,wt={};function vu(r){return r in wt||(wt[r]={}),wt[r]}var Tu=v().getNumber("CPU_HANDOFF_SIZE_THRESHOLD"),bu=600;function Ru(){return v().global.screen==null?1024:v().global.screen.height*v().global.screen.width*window.devicePixelRatio*bu/1024/1024}var rt=class r extends zr{nextDataId(){return r.nextDataId++}constructor(e){if(super(),this.pendingRead=new WeakMap,this.pendingDisposal=new WeakSet,this.dataRefCount=new WeakMap,this.numBytesInGPU=0,this.uploadWaitMs=0,this.downloadWaitMs=0,this.lastGlFlushTime=0,this.warnedAboutMemory=!1,this.pendingDeletes=0,this.disposed=!1,!v().getBool("HAS_WEBGL"))throw new Error("WebGL is not supported on this device");let t;if(e!=null){if(e instanceof Pe)t=e;else{let o=X(v().getNumber("WEBGL_VERSION"),e);t=new Pe(o)}this.binaryCache={},this.gpgpuCreatedLocally=!1}else{let o=X(v().getNumber("WEBGL_VERSION"));t=new Pe(o),this.binaryCache=vu(v().getNumber("WEBGL_VERSION")),this.gpgpuCreatedLocally=!0}this.gpgpu=t,this.canvas=this.gpgpu.gl.canvas,this.textureManager=new Et(this.gpgpu),this.numMBBeforeWarning=Ru(),this.texData=new Gr(this,oe())}numDataIds(){return this.texData.numDataIds()-this.pendingDeletes}writeTexture(e,t,o,n,s,i){let u=this.makeTensorInfo(t,o),a=this.texData.get(u.dataId);a.isPacked=!1,a.texture={texture:e,texShape:[n,s]},a.texShape=[n,s];let l=Je(t),c=new et(l,!1,i),p=this.runWebGLProgram(c,[u],o,[[n,s]]);return p.shape=t,a.texture=null,this.disposeIntermediateTensorInfo(u),p.dataId}write(e,t,o){if((v().getBool("WEBGL_CHECK_NUMERICAL_PROBLEMS")||v().getBool("DEBUG"))&&this.checkNumericalProblems(e),o==="complex64"&&e!=null)throw new Error("Cannot write to a complex64 dtype. Please use tf.complex(real, imag).");let n={id:this.nextDataId()};return this.texData.set(n,{shape:t,dtype:o,values:e,usage:G.UPLOAD,refCount:1}),n}refCount(e){return this.texData.has(e)?this.texData.get(e).refCount:0}incRef(e){let t=this.texData.get(e);t.refCount++}decRef(e){if(this.texData.has(e)){let t=this.texData.get(e);t.refCount--}}move(e,t,o,n,s){if(v().getBool("DEBUG")&&this.checkNumericalProblems(t),n==="complex64")throw new Error("Cannot write to a complex64 dtype. Please use tf.complex(real, imag).");this.texData.set(e,{shape:o,dtype:n,values:t,usage:G.UPLOAD,refCount:s})}disposeIntermediateTensorInfo(e){this.disposeData(e.dataId)}readSync(e){let t=this.texData.get(e),{values:o,dtype:n,complexTensorInfos:s,slice:i,shape:u,isPacked:a}=t;if(i!=null){let f;a?f=new z(u,J):f=new W(u,J);let d=this.runWebGLProgram(f,[{dataId:e,shape:u,dtype:n}],n),h=this.readSync(d.dataId);return this.disposeIntermediateTensorInfo(d),h}if(o!=null)return this.convertAndCacheOnCPU(e);if(n==="string")return o;let l=this.activeTimers!=null,c;l&&(c=C.now());let p;if(n==="complex64"){let f=this.readSync(s.real.dataId),d=this.readSync(s.imag.dataId);p=T.mergeRealAndImagArrays(f,d)}else p=this.getValuesFromTexture(e);return l&&(this.downloadWaitMs+=C.now()-c),this.convertAndCacheOnCPU(e,p)}async read(e){if(this.pendingRead.has(e)){let h=this.pendingRead.get(e);return new Promise(g=>h.push(g))}let t=this.texData.get(e),{values:o,shape:n,slice:s,dtype:i,complexTensorInfos:u,isPacked:a}=t;if(s!=null){let h;a?h=new z(n,J):h=new W(n,J);let g=this.runWebGLProgram(h,[{dataId:e,shape:n,dtype:i}],i),$=this.read(g.dataId);return this.disposeIntermediateTensorInfo(g),$}if(o!=null)return this.convertAndCacheOnCPU(e);if(v().getBool("DEBUG")&&!v().getBool("WEBGL_DOWNLOAD_FLOAT_ENABLED")&&v().getNumber("WEBGL_VERSION")===2)throw new Error("tensor.data() with WEBGL_DOWNLOAD_FLOAT_ENABLED=false and WEBGL_VERSION=2 not yet supported.");let l=null,c;if(i!=="complex64"&&v().get("WEBGL_BUFFER_SUPPORTED")){c=this.decode(e);let h=this.texData.get(c.dataId);l=this.gpgpu.createBufferFromTexture(h.texture.texture,...Ye(n))}this.pendingRead.set(e,[]),i!=="complex64"&&await this.gpgpu.createAndWaitForFence();let p;if(i==="complex64"){let h=await Promise.all([this.read(u.real.dataId),this.read(u.imag.dataId)]),g=h[0],$=h[1];p=T.mergeRealAndImagArrays(g,$)}else if(l==null)p=this.getValuesFromTexture(e);else{let h=C.sizeFromShape(n);p=this.gpgpu.downloadFloat32MatrixFromBuffer(l,h)}if(c!=null&&this.disposeIntermediateTensorInfo(c),l!=null){let h=this.gpgpu.gl;R(h,()=>h.deleteBuffer(l))}let f=this.convertAndCacheOnCPU(e,p),d=this.pendingRead.get(e);return this.pendingRead.delete(e),d.forEach(h=>h(f)),this.pendingDisposal.has(e)&&(this.pendingDisposal.delete(e),this.disposeData(e)&&oe().removeDataId(e,this),this.pendingDeletes--),f}readToGPU(e,t={}){let o=this.texData.get(e),{values:n,shape:s,slice:i,dtype:u,isPacked:a,texture:l}=o;if(u==="complex64")throw new Error("Does not support reading texture for complex64 dtype.");if(i!=null){let d;a?d=new z(s,J):d=new W(s,J);let h=this.runWebGLProgram(d,[{dataId:e,shape:s,dtype:u}],u),g=this.readToGPU(h,t);return this.disposeIntermediateTensorInfo(h),g}if(l==null)throw n!=null?new Error("Data is not on GPU but on CPU."):new Error("There is no data on GPU or CPU.");let c=this.decode(e,t.customTexShape),p=oe().makeTensorFromTensorInfo(c),f=this.texData.get(c.dataId);return Object.assign({tensorRef:p},f.texture)}bufferSync(e){let t=this.readSync(e.dataId);if(e.dtype==="string")try{let o=t.map(n=>C.decodeString(n));return ge(e.shape,e.dtype,o)}catch{throw new Error("Failed to decode encoded string bytes into utf-8")}return ge(e.shape,e.dtype,t)}checkNumericalProblems(e){if(e!=null)for(let t=0;t<e.length;t++){let o=e[t];if(!an(o))throw v().getBool("WEBGL_RENDER_FLOAT32_CAPABLE")?Error(`The value ${o} cannot be represented with your current settings. Consider enabling float32 rendering: 'tf.env().set('WEBGL_RENDER_FLOAT32_ENABLED', true);'`):Error(`The value ${o} cannot be represented on this device.`)}}getValuesFromTexture(e){let{shape:t,dtype:o,isPacked:n}=this.texData.get(e),s=C.sizeFromShape(t);if(v().getBool("WEBGL_DOWNLOAD_FLOAT_ENABLED")){let f=this.decode(e),d=this.texData.get(f.dataId),h=this.gpgpu.downloadMatrixFromPackedTexture(d.texture.texture,...Ye(t)).subarray(0,s);return this.disposeIntermediateTensorInfo(f),h}let i=v().getBool("WEBGL_PACK")&&n===!0,u=i?Je(t):t,a=i?new vt(u):new $t(u),l=this.runWebGLProgram(a,[{shape:u,dtype:o,dataId:e}],"float32"),c=this.texData.get(l.dataId),p=this.gpgpu.downloadByteEncodedFloatMatrixFromOutputTexture(c.texture.texture,c.texShape[0],c.texShape[1]).subarray(0,s);return this.disposeIntermediateTensorInfo(l),p}timerAvailable(){return v().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_RELIABLE")>0}time(e){let t=this.activeTimers,o=[],n=!1;this.programTimersStack==null?(this.programTimersStack=o,n=!0):this.activeTimers.push(o),this.activeTimers=o,e();let s=C.flatten(this.activeTimers.map(a=>a.query)).filter(a=>a!=null),i=C.flatten(this.activeTimers.map(a=>a.name)).filter(a=>a!=null);this.activeTimers=t,n&&(this.programTimersStack=null);let u={uploadWaitMs:this.uploadWaitMs,downloadWaitMs:this.downloadWaitMs,kernelMs:null,wallMs:null};return(async()=>{if(v().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_RELIABLE")>0){let a=await Promise.all(s);u.kernelMs=C.sum(a),u.getExtraProfileInfo=()=>a.map((l,c)=>({name:i[c],ms:l})).map(l=>`${l.name}: ${l.ms}`).join(", ")}else u.kernelMs={error:"WebGL query timers are not supported in this environment."};return this.uploadWaitMs=0,this.downloadWaitMs=0,u})()}memory(){return{unreliable:!1,numBytesInGPU:this.numBytesInGPU,numBytesInGPUAllocated:this.textureManager.numBytesAllocated,numBytesInGPUFree:this.textureManager.numBytesFree}}startTimer(){return v().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_RELIABLE")>0?this.gpgpu.beginQuery():{startMs:C.now(),endMs:null}}endTimer(e){return v().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_RELIABLE")>0?(this.gpgpu.endQuery(),e):(e.endMs=C.now(),e)}async getQueryTime(e){if(v().getNumber("WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_RELIABLE")>0)return this.gpgpu.waitForQueryAndGetTime(e);let t=e;return t.endMs-t.startMs}disposeData(e,t=!1){if(this.pendingDisposal.has(e))return!1;if(!this.texData.has(e))return!0;if(t?this.texData.get(e).refCount=0:this.texData.get(e).refCount--,!t&&this.texData.get(e).refCount>0)return!1;if(this.pendingRead.has(e))return this.pendingDisposal.add(e),this.pendingDeletes++,!1;this.releaseGPUData(e);let{complexTensorInfos:o}=this.texData.get(e);return o!=null&&(this.disposeData(o.real.dataId,t),this.disposeData(o.imag.dataId,t)),this.texData.delete(e),!0}releaseGPUData(e){let{texture:t,dtype:o,texShape:n,usage:s,isPacked:i,slice:u}=this.texData.get(e),a=u&&u.origDataId||e,l=this.dataRefCount.get(a);l>1?this.dataRefCount.set(a,l-1):(this.dataRefCount.delete(a),t!=null&&(this.numBytesInGPU-=this.computeBytes(n,o),this.textureManager.releaseTexture(t,n,s,i)));let c=this.texData.get(e);c.texture=null,c.texShape=null,c.isPacked=!1,c.slice=null}getTexture(e){return this.uploadToGPU(e),this.texData.get(e).texture.texture}getDataInfo(e){return this.texData.get(e)}shouldExecuteOnCPU(e,t=Tu){return v().getBool("WEBGL_CPU_FORWARD")&&e.every(o=>this.texData.get(o.dataId).texture==null&&C.sizeFromShape(o.shape)<t)}getGPGPUContext(){return this.gpgpu}where(e){T.warn("tf.where() in webgl locks the UI thread. Call tf.whereAsync() instead");let t=e.dataSync();return gu(e.shape,t)}packedUnaryOp(e,t,o){let n=new z(e.shape,t),s=this.compileAndRun(n,[e],o);return oe().makeTensorFromTensorInfo(s)}abs(e){if(this.shouldExecuteOnCPU([e])&&e.dtype!=="complex64"){let n=bt(this.texData.get(e.dataId).values);return this.makeOutput(e.shape,e.dtype,n)}if(v().getBool("WEBGL_PACK_UNARY_OPERATIONS"))return this.packedUnaryOp(e,Sr,e.dtype);let t=new W(e.shape,Sr),o=this.compileAndRun(t,[e]);return oe().makeTensorFromTensorInfo(o)}makeTensorInfo(e,t,o){let n;if(t==="string"&&o!=null&&o.length>0&&C.isString(o[0])){let s=o.map(i=>C.encodeString(i));n=this.write(s,e,t)}else n=this.write(o,e,t);return this.texData.get(n).usage=null,{dataId:n,shape:e,dtype:t}}makeOutput(e,t,o){return oe().makeTensorFromTensorInfo(this.makeTensorInfo(e,t,o),this)}unpackTensor(e){let t=new St(e.shape);return this.runWebGLProgram(t,[e],e.dtype)}packTensor(e){let t=new Rt(e.shape);return this.runWebGLProgram(t,[e],e.dtype,null,!0)}packedReshape(e,t){let o=[pe(e.shape),...de(e.shape)],n={dtype:e.dtype,shape:o,dataId:e.dataId},s=[pe(t),...de(t)],i=new ke(s,o),u=!0,a=[o],l=this.runWebGLProgram(i,[n],e.dtype,a,u);return{dataId:l.dataId,shape:t,dtype:l.dtype}}decode(e,t){let o=this.texData.get(e),{isPacked:n,shape:s,dtype:i}=o;if(t!=null){let f=C.sizeFromShape(s),d=t[0]*t[1]*4;C.assert(f<=d,()=>"customTexShape is too small. Row * Column * 4 should be equal or larger than the size of the tensor data.")}let u=Je(s),a;n?a=new Ct(u):a=new gt(u);let l=!0,c=[t??Ye(u)],p=this.runWebGLProgram(a,[{shape:u,dtype:i,dataId:e}],i,c,l,t);return{dtype:i,shape:s,dataId:p.dataId}}runWebGLProgram(e,t,o,n,s=!1,i){let u=this.makeTensorInfo(e.outputShape,o),a=this.texData.get(u.dataId);if(e.packedOutput&&(a.isPacked=!0),e.outPackingScheme===ce.DENSE){let m=i??Ye(e.outputShape);a.texShape=m.map(x=>x*2)}if(e.outTexUsage!=null&&(a.usage=e.outTexUsage),C.sizeFromShape(u.shape)===0)return a.values=C.getTypedArrayFromDType(u.dtype,0),u;let l=[],c=t.map(m=>{if(m.dtype==="complex64")throw new Error("GPGPUProgram does not support complex64 input. For complex64 dtypes, please separate the program into real and imaginary parts.");let x=this.texData.get(m.dataId);if(x.texture==null){if(!e.packedInputs&&C.sizeFromShape(m.shape)<=v().getNumber("WEBGL_SIZE_UPLOAD_UNIFORM"))return{shape:m.shape,texData:null,isUniform:!0,uniformValues:x.values};e.packedInputs&&(x.isPacked=!0,x.shape=m.shape)}if(this.uploadToGPU(m.dataId),!!x.isPacked!=!!e.packedInputs)m=x.isPacked?this.unpackTensor(m):this.packTensor(m),l.push(m),x=this.texData.get(m.dataId);else if(x.isPacked&&!ve(x.shape,m.shape)){let w=m,b=m.shape;m.shape=x.shape,m=this.packedReshape(m,b),l.push(m),x=this.texData.get(m.dataId),w.shape=b}return{shape:m.shape,texData:x,isUniform:!1}});this.uploadToGPU(u.dataId);let p={shape:u.shape,texData:a,isUniform:!1},f=Pn(e,c,p),d=this.getAndSaveBinary(f,()=>On(this.gpgpu,e,c,p)),h=this.activeTimers!=null,g;h&&(g=this.startTimer()),v().get("ENGINE_COMPILE_ONLY")||Dn(this.gpgpu,d,c,p,n),l.forEach(m=>this.disposeIntermediateTensorInfo(m)),h&&(g=this.endTimer(g),this.activeTimers.push({name:e.constructor.name,query:this.getQueryTime(g)}));let $=v().getNumber("WEBGL_FLUSH_THRESHOLD");if($>0){let m=C.now();m-this.lastGlFlushTime>$&&(this.gpgpu.gl.flush(),this.lastGlFlushTime=m)}if(!v().getBool("WEBGL_LAZILY_UNPACK")&&a.isPacked&&s===!1){let m=this.unpackTensor(u);return this.disposeIntermediateTensorInfo(u),m}return u}compileAndRun(e,t,o,n,s=!1){return o=o||t[0].dtype,this.runWebGLProgram(e,t,o,n,s)}getAndSaveBinary(e,t){return e in this.binaryCache||(this.binaryCache[e]=t()),this.binaryCache[e]}getTextureManager(){return this.textureManager}dispose(){this.disposed||(v().getBool("IS_TEST")||Object.keys(this.binaryCache).forEach(t=>{this.gpgpu.deleteProgram(this.binaryCache[t].webGLProgram),delete this.binaryCache[t]}),this.textureManager.dispose(),this.canvas!=null&&typeof HTMLCanvasElement<"u"&&this.canvas instanceof HTMLCanvasElement?this.canvas.remove():this.canvas=null,this.gpgpuCreatedLocally&&(this.gpgpu.program=null,this.gpgpu.dispose()),this.disposed=!0)}floatPrecision(){return this.floatPrecisionValue==null&&(this.floatPrecisionValue=Yo(()=>{if(!v().get("WEBGL_RENDER_FLOAT32_ENABLED")){let e=v().getBool("DEBUG");v().set("DEBUG",!1);let t=this.abs(Zo(1e-8)).dataSync()[0];if(v().set("DEBUG",e),t>0)return 32}return 16})),this.floatPrecisionValue}epsilon(){return this.floatPrecision()===32?Cu:$u}uploadToGPU(e){let t=this.texData.get(e),{shape:o,dtype:n,values:s,texture:i,usage:u,isPacked:a}=t;if(i!=null)return;let l=this.activeTimers!=null,c;l&&(c=C.now());let p=t.texShape;if(p==null&&(p=vn(o,a),t.texShape=p),s!=null){let f=Je(o),d,h=p[1],g=p[0],$=s instanceof Uint8Array||s instanceof Uint8ClampedArray;(a||!$)&&([h,g]=Z(p[0],p[1])),a?d=new Tt(f,$):d=new et(f,$);let m=$?[g,h]:p,x=this.makeTensorInfo(m,n),w=this.texData.get(x.dataId);$?w.usage=G.PIXELS:w.usage=G.UPLOAD,w.texShape=m,this.gpgpu.uploadDenseMatrixToTexture(this.getTexture(x.dataId),h,g,s);let b=[[g,h]],A=this.runWebGLProgram(d,[x],n,b,!0),I=this.texData.get(A.dataId);t.texShape=I.texShape,t.isPacked=I.isPacked,t.usage=I.usage,v().get("ENGINE_COMPILE_ONLY")?this.disposeData(A.dataId):(t.texture=I.texture,t.values=null,this.texData.delete(A.dataId)),this.disposeIntermediateTensorInfo(x),l&&(this.uploadWaitMs+=C.now()-c)}else{let f=this.acquireTexture(p,u,n,a);t.texture=f}}convertAndCacheOnCPU(e,t){let o=this.texData.get(e),{dtype:n}=o;return t!=null&&(o.values=Eu(t,n)),o.values}acquireTexture(e,t,o,n){if(this.numBytesInGPU+=this.computeBytes(e,o),!this.warnedAboutMemory&&this.numBytesInGPU>this.numMBBeforeWarning*1024*1024){let s=(this.numBytesInGPU/1024/1024).toFixed(2);this.warnedAboutMemory=!0,console.warn(`High memory usage in GPU: ${s} MB, most likely due to a memory leak`)}return this.textureManager.acquireTexture(e,t,n)}computeBytes(e,t){return e[0]*e[1]*C.bytesPerElement(t)}checkCompileCompletion(){for(let[,e]of Object.entries(this.binaryCache))this.checkCompletion_(e)}async checkCompileCompletionAsync(){let e=[];if(this.gpgpu.parallelCompilationExtension){for(let[,t]of Object.entries(this.binaryCache))e.push(this.checkCompletionAsync_(t));return Promise.all(e)}else{for(let[,t]of Object.entries(this.binaryCache)){let o=new Promise(n=>{try{this.checkCompletion_(t),n(!0)}catch(s){throw s}});e.push(o)}return Promise.all(e)}}async checkCompletionAsync_(e){return this.gpgpu.gl.getProgramParameter(e.webGLProgram,this.gpgpu.parallelCompilationExtension.COMPLETION_STATUS_KHR)?this.checkCompletion_(e):(await en(),this.checkCompletionAsync_(e))}checkCompletion_(e){if(this.gpgpu.gl.getProgramParameter(e.webGLProgram,this.gpgpu.gl.LINK_STATUS)===!1)throw console.log(this.gpgpu.gl.getProgramInfoLog(e.webGLProgram)),this.gpgpu.gl.getShaderParameter(e.fragmentShader,this.gpgpu.gl.COMPILE_STATUS)===!1?(hr(e.source,this.gpgpu.gl.getShaderInfoLog(e.fragmentShader)),new Error("Failed to compile fragment shader.")):new Error("Failed to link vertex and fragment shaders.");return!0}getUniformLocations(){for(let e of Object.values(this.binaryCache)){this.gpgpu.buildVao(e.webGLProgram);let{variablesLocations:t,customUniformLocations:o,infLoc:n,nanLoc:s,outShapeLocation:i,outShapeStridesLocation:u,outTexShapeLocation:a}=Cr(this.gpgpu,e.program,e.webGLProgram);e.variablesLocations=t,e.customUniformLocations=o,e.infLoc=n,e.nanLoc=s,e.outShapeLocation=i,e.outShapeStridesLocation=u,e.outTexShapeLocation=a}}createTensorFromGPUData(e,t,o){e.channels=e.channels||"RGBA";let{texture:n,height:s,width:i,channels:u}=e,a=oe().backend;if(!a.gpgpu.gl.isTexture(n))throw new Error("The texture is invalid. Also, please make sure the texture and the TFJS WebGL backend are using the same canvas. If you want to use your own custom canvas, you have to create and use the custom TFJS WebGL backend created from the canvas through 'new tf.MathBackendWebGL(customCanvas)'.");let l=a.writeTexture(n,t,o,s,i,u);return oe().makeTensorFromDataId(l,t,o,a)}};rt.nextDataId=0;function Eu(r,e){if(e==="float32"||e==="complex64")return r;if(e==="int32"||e==="bool"){let t=e==="int32"?new Int32Array(r.length):new Uint8Array(r.length);for(let o=0;o<t.length;++o)t[o]=Math.round(r[o]);return t}else throw new Error(`Unknown dtype ${e}`)}qe.isBrowser()&&jo("webgl",()=>new rt,2);var Us="return abs(x);";function wu(r){let{inputs:e,backend:t}=r,{x:o}=e;if(t.shouldExecuteOnCPU([o])&&o.dtype!=="complex64"){let s=t.texData.get(o.dataId),i=bt(s.values);return t.makeTensorInfo(o.shape,o.dtype,i)}let n;return v().getBool("WEBGL_PACK_UNARY_OPERATIONS")?n=new z(o.shape,Us):n=new W(o.shape,Us),t.runWebGLProgram(n,[o],o.dtype)}var Bs={kernelName:"Abs",backendName:"webgl",kernelFunc:wu};var yt=`
  if (isnan(a)) return a;
  if (isnan(b)) return b;
`;var j=class{constructor(e,t,o){this.variableNames=["A","B"],this.outputShape=T.assertAndGetBroadcastShape(t,o),this.enableShapeUniforms=O(this.outputShape.length),this.userCode=`
      float binaryOperation(float a, float b) {
        ${e}
      }

      void main() {
        float a = getAAtOutCoords();
        float b = getBAtOutCoords();
        setOutput(binaryOperation(a, b));
      }
    `}};var Le=`
  result.r = isNaN.r ? NAN : result.r;
  result.g = isNaN.g ? NAN : result.g;
  result.b = isNaN.b ? NAN : result.b;
  result.a = isNaN.a ? NAN : result.a;
`;var ee=class{constructor(e,t,o,n=!1){this.variableNames=["A","B"],this.supportsBroadcasting=!0,this.packedInputs=!0,this.packedOutput=!0,this.outputShape=T.assertAndGetBroadcastShape(t,o);let s=this.outputShape.length;this.enableShapeUniforms=O(s);let i="";if(n)if(s===0||C.sizeFromShape(this.outputShape)===1)i=`
          result.y = 0.;
          result.z = 0.;
          result.w = 0.;
        `;else if(i=`
          ${F(s)} coords = getOutputCoords();
        `,s===1)this.enableShapeUniforms?i+=`
            result.y = (coords + 1) >= outShape ? 0. : result.y;
            result.z = 0.;
            result.w = 0.;
          `:i+=`
            result.y = (coords + 1) >= ${this.outputShape[0]} ? 0. : result.y;
            result.z = 0.;
            result.w = 0.;
          `;else{let a=M("coords",s);this.enableShapeUniforms?i+=`
            bool nextRowOutOfBounds =
              (${a[s-2]} + 1) >= outShape[${s} - 2];
            bool nextColOutOfBounds =
              (${a[s-1]} + 1) >= outShape[${s} - 1];
            result.y = nextColOutOfBounds ? 0. : result.y;
            result.z = nextRowOutOfBounds ? 0. : result.z;
            result.w = nextColOutOfBounds || nextRowOutOfBounds ? 0. : result.w;
          `:i+=`
            bool nextRowOutOfBounds =
              (${a[s-2]} + 1) >= ${this.outputShape[s-2]};
            bool nextColOutOfBounds =
              (${a[s-1]} + 1) >= ${this.outputShape[s-1]};
            result.y = nextColOutOfBounds ? 0. : result.y;
            result.z = nextRowOutOfBounds ? 0. : result.z;
            result.w = nextColOutOfBounds || nextRowOutOfBounds ? 0. : result.w;
          `}this.userCode=`
      vec4 binaryOperation(vec4 a, vec4 b) {
        ${e}
      }

      void main() {
        vec4 a = getAAtOutCoords();
        vec4 b = getBAtOutCoords();

        vec4 result = binaryOperation(a, b);
        ${i}

        setOutput(result);
      }
    `}};function B(r){let{inputs:e,backend:t}=r,{x:o}=e;return t.incRef(o.dataId),{dataId:o.dataId,shape:o.shape,dtype:o.dtype}}var Vs={kernelName:uo,backendName:"webgl",kernelFunc:B};function he(r){let{inputs:e,backend:t}=r,{real:o,imag:n}=e,s=t.makeTensorInfo(o.shape,"complex64"),i=t.texData.get(s.dataId),u=B({inputs:{x:o},backend:t}),a=B({inputs:{x:n},backend:t});return i.complexTensorInfos={real:u,imag:a},s}var wr="return (a < 0.) ? b * a : a;",yr=`
  vec4 aLessThanZero = vec4(lessThan(a, vec4(0.)));
  return (aLessThanZero * (b * a)) + ((vec4(1.0) - aLessThanZero) * a);
`;function yu(r){let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{alpha:s}=o,i=t.makeTensorInfo([],"float32",C.createScalarValue(s,"float32")),u=v().getBool("WEBGL_PACK_BINARY_OPERATIONS")?new ee(yr,n.shape,i.shape):new j(wr,n.shape,i.shape),a=t.runWebGLProgram(u,[n,i],"float32");return t.disposeIntermediateTensorInfo(i),a}var Ms={kernelName:lo,backendName:"webgl",kernelFunc:yu};var _r="return (a < 0.) ? b * a : a;",Ir=`
  vec4 aLessThanZero = vec4(lessThan(a, vec4(0.)));
  return (aLessThanZero * (b * a)) + ((vec4(1.0) - aLessThanZero) * a);
`;function _u(r){let{inputs:e,backend:t}=r,{x:o,alpha:n}=e,s=v().getBool("WEBGL_PACK_BINARY_OPERATIONS")?new ee(Ir,o.shape,n.shape):new j(_r,o.shape,n.shape);return t.runWebGLProgram(s,[o,n],"float32")}var Ws={kernelName:To,backendName:"webgl",kernelFunc:_u};var Ue="if (isnan(x)) return x;";function D({opSnippet:r,packedOpSnippet:e,cpuKernelImpl:t,dtype:o}){return({inputs:n,backend:s})=>{let{x:i}=n,u=s,a=o||i.dtype;if(u.shouldExecuteOnCPU([i])&&t!=null){let p=u.texData.get(i.dataId),f=t(p.values,a);return u.makeTensorInfo(i.shape,a,f)}let l=v().getBool("WEBGL_PACK_UNARY_OPERATIONS")&&e!=null,c;return l?c=new z(i.shape,e):c=new W(i.shape,r),u.runWebGLProgram(c,[i],a)}}function L({opSnippet:r,packedOpSnippet:e,checkOutOfBounds:t=!1,supportsComplex:o=!1,cpuKernelImpl:n,dtype:s}){return({inputs:i,backend:u})=>{let{a,b:l}=i,c=u;if(o&&a.dtype==="complex64"){let h=c.texData.get(a.dataId),g=c.texData.get(l.dataId),[$,m]=[[h.complexTensorInfos.real,g.complexTensorInfos.real],[h.complexTensorInfos.imag,g.complexTensorInfos.imag]].map(w=>{let[b,S]=w,A={dataId:b.dataId,dtype:b.dtype,shape:a.shape},I={dataId:S.dataId,dtype:S.dtype,shape:l.shape},N=new j(r,a.shape,l.shape);return c.runWebGLProgram(N,[A,I],re(b.dtype,S.dtype))}),x=he({inputs:{real:$,imag:m},backend:c});return c.disposeIntermediateTensorInfo($),c.disposeIntermediateTensorInfo(m),x}let p=s||re(a.dtype,l.dtype);if((a.dtype==="string"||l.dtype==="string"||c.shouldExecuteOnCPU([a,l]))&&n!=null){let h=c.texData.get(a.dataId).values,g=c.texData.get(l.dataId).values,$=a.dtype==="string"?T.fromUint8ToStringArray(h):h,m=a.dtype==="string"?T.fromUint8ToStringArray(g):g,[x,w]=n(a.shape,l.shape,$,m,p),b=c.makeTensorInfo(w,p),S=c.texData.get(b.dataId);return S.values=x,b}let f=v().getBool("WEBGL_PACK_BINARY_OPERATIONS")&&e!=null,d;return f?d=new ee(e,a.shape,l.shape,t):d=new j(r,a.shape,l.shape),c.runWebGLProgram(d,[a,l],p)}}function se(r,e=!1){if(r==="linear")return e?Os:ys;if(r==="relu")return e?Ps:Is;if(r==="elu")return e?Ds:_s;if(r==="relu6")return e?ks:Ns;if(r==="prelu")return e?Ir:_r;if(r==="leakyrelu")return e?yr:wr;if(r==="sigmoid")return e?Ls:As;throw new Error(`Activation ${r} has not been implemented for the WebGL backend.`)}var Gs="return a + b;",Nu=L({opSnippet:Gs,packedOpSnippet:Gs,supportsComplex:!0,cpuKernelImpl:Zn}),zs={kernelName:"Add",backendName:"webgl",kernelFunc:Nu};var _t=class{constructor(e,t){this.outputShape=[],this.outputShape=e,this.variableNames=t.map((s,i)=>`T${i}`);let o=[];this.variableNames.forEach(s=>{o.push(`float v${s} = get${s}AtOutCoords();`)});let n=this.variableNames.map(s=>`v${s}`).join(" + ");this.userCode=`
      void main() {
        ${o.join(`
        `)}

        float result = ${n};
        setOutput(result);
      }
    `}};var It=class{constructor(e,t){this.outputShape=[],this.packedInputs=!0,this.packedOutput=!0,this.outputShape=e,this.variableNames=t.map((s,i)=>`T${i}`);let o=[];this.variableNames.forEach(s=>{o.push(`vec4 v${s} = get${s}AtOutCoords();`)});let n=this.variableNames.map(s=>`v${s}`).join(" + ");this.userCode=`
      void main() {
        ${o.join(`
        `)}

        vec4 result = ${n};
        setOutput(result);
      }
    `}};function Nt(r){let{inputs:e,backend:t}=r,o=e;if(o.length===1)return B({inputs:{x:o[0]},backend:t});if(o.length>v().getNumber("WEBGL_MAX_TEXTURES_IN_SHADER")){let a=Math.floor(o.length/2),l=Nt({inputs:o.slice(0,a),backend:t}),c=Nt({inputs:o.slice(a),backend:t});return Nt({inputs:[l,c],backend:t})}let n=o.map(a=>a.dtype).reduce((a,l)=>re(a,l)),s=o.map(a=>a.shape),u=v().getBool("WEBGL_PACK")?new It(o[0].shape,s):new _t(o[0].shape,s);return t.runWebGLProgram(u,o,n)}var Xs={kernelName:Xr,backendName:"webgl",kernelFunc:Nt};var Be=class{constructor(e,t,o,n=!1,s=!1){if(this.variableNames=["x"],t==="avg"&&o)throw new Error("Cannot compute positions for average pool.");let i=e.filterWidth,u=e.strideHeight,a=e.strideWidth,l=e.dilationHeight,c=e.dilationWidth,p=e.effectiveFilterHeight,f=e.effectiveFilterWidth,d=e.padInfo.top,h=e.padInfo.left;this.outputShape=e.outShape;let g=t==="avg",$=`((batch  * ${e.inHeight} + xR) * ${e.inWidth} + xC) * ${e.inChannels} + d`,m=`(xR * ${e.inWidth} + xC) * ${e.inChannels} + d`,x="0.0";if(g||(x="-1.0 / 1e-20"),o){this.userCode=`
        const ivec2 strides = ivec2(${u}, ${a});
        const ivec2 pads = ivec2(${d}, ${h});

        void main() {
          ivec4 coords = getOutputCoords();
          int batch = coords[0];
          int d = coords[3];

          ivec2 xRCCorner = coords.yz * strides - pads;
          int xRCorner = xRCCorner.x;
          int xCCorner = xRCCorner.y;

          // max/min x(?, ?, d) to get y(yR, yC, d).
          // ? = to be determined
          float minMaxValue = 0.0;
          float minMaxValueFound = 0.0;
          int minMaxPosition = 0;
          float avgValue = 0.0;

          for (int wR = 0; wR < ${p};
              wR += ${l}) {
            int xR = xRCorner + wR;

            if (xR < 0 || xR >= ${e.inHeight}) {
              continue;
            }

            for (int wC = 0; wC < ${f};
                wC += ${c}) {
              int xC = xCCorner + wC;

              if (xC < 0 || xC >= ${e.inWidth}) {
                continue;
              }

              float value = getX(batch, xR, xC, d);

              // If a min / max value has already been found, use it. If not,
              // use the current value.
              float currMinMaxValue = mix(
                  value, minMaxValue, minMaxValueFound);
              if (value >= currMinMaxValue) {
                minMaxValue = value;
                minMaxValueFound = 1.0;
                minMaxPosition = ${n?s?$:m:`wR * ${f} + wC`};
              }
            }
          }
          setOutput(float(minMaxPosition));
        }
      `;return}let w="max",b=`${t}(${t}(${t}(minMaxValue[0], minMaxValue[1]), minMaxValue[2]), minMaxValue[3])`;t==="avg"&&(b="avgValue / max(count, 1.0)");let S=Math.floor(i/4)*4,A=i%4,I=`
      if (${g}) {
        avgValue += dot(values, ones);
      } else {
        minMaxValue = ${w}(values, minMaxValue);
      }
    `;this.userCode=`
      const ivec2 strides = ivec2(${u}, ${a});
      const ivec2 pads = ivec2(${d}, ${h});
      const float initializationValue = ${x};
      const vec4 ones = vec4(1.0, 1.0, 1.0, 1.0);

      float count = 0.0;

      float getValue(int batch, int xR, int xC, int d) {
        if (xC < 0 || xC >= ${e.inWidth}) {
          return initializationValue;
        }
        count += 1.0;
        return getX(batch, xR, xC, d);
      }

      void main() {
        ivec4 coords = getOutputCoords();
        int batch = coords[0];
        int d = coords[3];

        ivec2 xRCCorner = coords.yz * strides - pads;
        int xRCorner = xRCCorner.x;
        int xCCorner = xRCCorner.y;

        // max/min x(?, ?, d) to get y(yR, yC, d).
        // ? = to be determined
        vec4 minMaxValue = vec4(${x});
        float avgValue = 0.0;
        count = 0.0;

        for (int wR = 0; wR < ${p};
            wR += ${l}) {
          int xR = xRCorner + wR;

          if (xR < 0 || xR >= ${e.inHeight}) {
            continue;
          }

          for (int wC = 0; wC < ${S}; wC += 4) {
            int xC = xCCorner + wC * ${c};

            vec4 values = vec4(
              getValue(batch, xR, xC, d),
              getValue(batch, xR, xC + ${c}, d),
              getValue(batch, xR, xC + 2 * ${c}, d),
              getValue(batch, xR, xC + 3 * ${c}, d)
            );

            ${I}
          }

          int xC = xCCorner + ${S};
          if (${A===1}) {
            vec4 values = vec4(
              getValue(batch, xR, xC, d),
              initializationValue,
              initializationValue,
              initializationValue
            );

            ${I}
          } else if (${A===2}) {
            vec4 values = vec4(
              getValue(batch, xR, xC, d),
              getValue(batch, xR, xC + ${c}, d),
              initializationValue,
              initializationValue
            );

            ${I}
          } else if (${A===3}) {
            vec4 values = vec4(
              getValue(batch, xR, xC, d),
              getValue(batch, xR, xC + ${c}, d),
              getValue(batch, xR, xC + 2 * ${c}, d),
              initializationValue
            );

            ${I}
          }
        }
        setOutput(${b});
      }
    `}};function Au(r){let{inputs:e,backend:t,attrs:o}=r,{x:n}=e;ft(n,"avgPool");let{filterSize:s,strides:i,pad:u,dimRoundingMode:a}=o,l=1;C.assert(T.eitherStridesOrDilationsAreOne(i,l),()=>`Error in avgPool: Either strides or dilations must be 1. Got strides ${i} and dilations '${l}'`);let c=T.computePool2DInfo(n.shape,s,i,l,u,a);if(c.filterWidth===1&&c.filterHeight===1&&C.arraysEqual(c.inShape,c.outShape))return B({inputs:{x:n},backend:t});let p=new Be(c,"avg",!1);return t.runWebGLProgram(p,[n],"float32")}var Hs={kernelName:Hr,backendName:"webgl",kernelFunc:Au};var Ve=class{constructor(e,t,o,n=!1,s=!1,i=!1,u=null,a=!1,l=!1){this.variableNames=["matrixA","matrixB"],this.packedInputs=!0,this.packedOutput=!0,this.outputShape=o,this.enableShapeUniforms=O(this.outputShape.length);let c=n?e[1]:e[2],p=Math.ceil(c/2),f=n?"i * 2, rc.y":"rc.y, i * 2",d=s?"rc.z, i * 2":"i * 2, rc.z",h=n?["a.xxyy","a.zzww"]:["a.xxzz","a.yyww"],g=s?["b.xzxz","b.ywyw"]:["b.xyxy","b.zwzw"],$="",m="";u&&(a?$=`vec4 activation(vec4 a) {
          vec4 b = getPreluActivationWeightsAtOutCoords();
          ${u}
        }`:l?$=`vec4 activation(vec4 a) {
          vec4 b = getLeakyreluAlphaAtOutCoords();
          ${u}
        }`:$=`vec4 activation(vec4 x) {
          ${u}
        }`,m="result = activation(result);");let x=i?"result += getBiasAtOutCoords();":"";i&&this.variableNames.push("bias"),a&&this.variableNames.push("preluActivationWeights"),l&&this.variableNames.push("leakyreluAlpha");let w="rc.x",b="rc.x";e[0]<t[0]?w=`imod(rc.x, ${e[0]})`:t[0]<e[0]&&(b=`imod(rc.x, ${t[0]})`),this.userCode=`
      ${$}
      // Don't use uniform for sharedDimensionPacked for performance.
      const float sharedDimension = ${p}.0;

      vec4 dot2x2ARowBCol(ivec3 rc) {
        vec4 result = vec4(0);
        int batchA = ${w};
        int batchB = ${b};
        for (int i = 0; i < ${p}; i++) {
          vec4 a = getMatrixA(batchA, ${f});
          vec4 b = getMatrixB(batchB, ${d});

          // These swizzled products need to be separately added.
          // See: https://github.com/tensorflow/tfjs/issues/1735
          result += (${h[0]} * ${g[0]});
          result += (${h[1]} * ${g[1]});
        }
        return result;
      }

      void main() {
        ivec3 rc = getOutputCoords();
        vec4 result = dot2x2ARowBCol(rc);

        ${x}

        ${m}

        setOutput(result);
      }
    `}};var Nr={REAL:"return areal * breal - aimag * bimag;",IMAG:"return areal * bimag + aimag * breal;"},ot=class{constructor(e,t,o){this.variableNames=["AReal","AImag","BReal","BImag"],this.outputShape=T.assertAndGetBroadcastShape(t,o),this.userCode=`
      float binaryOpComplex(
          float areal, float aimag, float breal, float bimag) {
        ${e}
      }

      void main() {
        float areal = getARealAtOutCoords();
        float aimag = getAImagAtOutCoords();
        float breal = getBRealAtOutCoords();
        float bimag = getBImagAtOutCoords();
        setOutput(binaryOpComplex(areal, aimag, breal, bimag));
      }
    `}};var Ks="return a * b;";function Ar(r){let{inputs:e,backend:t}=r,{a:o,b:n}=e,s=T.upcastType(o.dtype,n.dtype);if(o.dtype==="complex64"){let u=t.texData.get(o.dataId),a=t.texData.get(n.dataId),l=new ot(Nr.REAL,o.shape,n.shape),c=new ot(Nr.IMAG,o.shape,n.shape),p=[{dataId:u.complexTensorInfos.real.dataId,dtype:u.complexTensorInfos.real.dtype,shape:o.shape},{dataId:u.complexTensorInfos.imag.dataId,dtype:u.complexTensorInfos.imag.dtype,shape:o.shape},{dataId:a.complexTensorInfos.real.dataId,dtype:a.complexTensorInfos.real.dtype,shape:n.shape},{dataId:a.complexTensorInfos.imag.dataId,dtype:a.complexTensorInfos.imag.dtype,shape:n.shape}],f=t.runWebGLProgram(l,p,"float32"),d=t.runWebGLProgram(c,p,"float32"),h=he({inputs:{real:f,imag:d},backend:t});return t.disposeIntermediateTensorInfo(f),t.disposeIntermediateTensorInfo(d),h}if(t.shouldExecuteOnCPU([o,n])){let u=t.texData.get(o.dataId),a=t.texData.get(n.dataId),[l,c]=ds(o.shape,n.shape,u.values,a.values,s),p=t.makeTensorInfo(c,s),f=t.texData.get(p.dataId);return f.values=l,p}let i;return v().getBool("WEBGL_PACK_BINARY_OPERATIONS")?i=new ee(Ks,o.shape,n.shape):i=new j(Ks,o.shape,n.shape),t.runWebGLProgram(i,[o,n],s)}var qs={kernelName:Co,backendName:"webgl",kernelFunc:Ar};function Ys(r,e,t){let o=[pe(r.shape),...de(r.shape)],n={dtype:r.dtype,shape:o,dataId:r.dataId},s=[pe(e),...de(e)],i=new ke(s,o),u=!0,a=[o],l=t.runWebGLProgram(i,[n],r.dtype,a,u);return{dataId:l.dataId,shape:e,dtype:l.dtype}}function y(r){let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{shape:s}=o,i=t,u=C.sizeFromShape(n.shape),a=C.inferFromImplicitShape(s,u),l=C.sizeFromShape(a);C.assert(u===l,()=>`The new shape (${a}) has ${l} elements and the old shape (${n.shape}) has ${u} elements. The new shape and old shape must have the same number of elements.`);let c=i.texData.get(n.dataId);return c.isPacked&&!ve(n.shape,a)&&!(c.texture!==null&&ve(c.shape,a))?Ys(n,a,i):(i.incRef(n.dataId),{dataId:n.dataId,shape:a,dtype:n.dtype})}var js={kernelName:Eo,backendName:"webgl",kernelFunc:y};var nt=class{constructor(e,t){this.variableNames=["x"];let{windowSize:o,batchSize:n,inSize:s,outSize:i}=e;this.outputShape=[n,i];let u=Math.floor(o/4)*4,a=o%4,l="sumValue += dot(values, ones);";if(t!=null){let p=1/t;l=`sumValue += dot(values * ${C.isInt(p)?p.toPrecision(2):p}, ones);`}let c="";s%o>0&&(c=`
        if (inIdx < 0 || inIdx >= ${s}) {
          return 0.0;
        }
      `),this.userCode=`
      const vec4 ones = vec4(1.0, 1.0, 1.0, 1.0);

      float getValue(int batch, int inIdx) {
        ${c}
        return getX(batch, inIdx);
      }

      void main() {
        ivec2 coords = getOutputCoords();
        int batch = coords[0];
        int outIdx = coords[1];
        int inOffset = outIdx * ${o};

        float sumValue = 0.0;

        for (int i = 0; i < ${u}; i += 4) {
          int inIdx = inOffset + i;
          vec4 values = vec4(
            getValue(batch, inIdx),
            getValue(batch, inIdx + 1),
            getValue(batch, inIdx + 2),
            getValue(batch, inIdx + 3)
          );

          ${l}
        }

        int inIdx = inOffset + ${u};
        if (${a===1}) {
          vec4 values = vec4(getValue(batch, inIdx), 0.0, 0.0, 0.0);

          ${l}
        } else if (${a===2}) {
          vec4 values = vec4(
            getValue(batch, inIdx),
            getValue(batch, inIdx + 1), 0.0, 0.0);

          ${l}
        } else if (${a===3}) {
          vec4 values = vec4(
            getValue(batch, inIdx),
            getValue(batch, inIdx + 1),
            getValue(batch, inIdx + 2), 0.0);

          ${l}
        }
        setOutput(sumValue);
      }
    `}};var At=class{constructor(e,t){this.variableNames=["x"];let{windowSize:o,batchSize:n,inSize:s,outSize:i}=e;this.outputShape=[n,i];let u="0.0",a="";t==="prod"?u="1.0":t==="min"?(u="1.0 / 1e-20",a="min"):t==="max"&&(u="-1.0 / 1e-20",a="max");let l=`${t}(${t}(${t}(minMaxValue[0], minMaxValue[1]), minMaxValue[2]), minMaxValue[3])`;t==="sum"?l="sumValue":t==="prod"?l="prodValue":t==="all"?l="allValue":t==="any"&&(l="anyValue");let c=Math.floor(o/4)*4,p=o%4,f=`
      if (${t==="sum"}) {
        sumValue += dot(values, ones);
      } else if (${t==="prod"}) {
        vec2 tmp = vec2(values[0], values[1]) * vec2(values[2], values[3]);
        prodValue *= tmp[0] * tmp[1];
      } else {
        minMaxValue = ${a}(values, minMaxValue);
        if (${t==="min"} || ${t==="max"}) {
          minMaxValue = ${a}(values, minMaxValue);
          bvec4 isNaN = isnan(values);
          if (isNaN.r || isNaN.g || isNaN.b || isNaN.a) {
            minMaxValue = vec4(NAN);
          }
        }
      }
    `,d="vec4";t==="all"?(u="1.0",f=`
        bool reducedAllValue = all(values);
        float floatedReducedAllValue = float(reducedAllValue);
        allValue = float(allValue >= 1.0 && floatedReducedAllValue >= 1.0);
      `,d="bvec4"):t==="any"&&(u="0.0",f=`
        bool reducedAnyValue = any(values);
        float floatedReducedAnyValue = float(reducedAnyValue);
        anyValue = float(anyValue >= 1.0 || floatedReducedAnyValue >= 1.0);
      `,d="bvec4");let h="";s%o>0&&(h=`
        if (inIdx < 0 || inIdx >= ${s}) {
          return initializationValue;
        }
      `),this.userCode=`
      const float initializationValue = ${u};
      const vec4 ones = vec4(1.0, 1.0, 1.0, 1.0);

      float getValue(int batch, int inIdx) {
        ${h}
        return getX(batch, inIdx);
      }

      void main() {
        ivec2 coords = getOutputCoords();
        int batch = coords[0];
        int outIdx = coords[1];
        int inOffset = outIdx * ${o};

        vec4 minMaxValue = vec4(${u});
        float prodValue = 1.0;
        float sumValue = 0.0;
        float allValue = 1.0;
        float anyValue = 0.0;

        for (int i = 0; i < ${c}; i += 4) {
          int inIdx = inOffset + i;
          ${d} values = ${d}(
            getValue(batch, inIdx),
            getValue(batch, inIdx + 1),
            getValue(batch, inIdx + 2),
            getValue(batch, inIdx + 3)
          );

          ${f}
        }

        int inIdx = inOffset + ${c};
        if (${p===1}) {
          ${d} values = ${d}(
            getValue(batch, inIdx),
            initializationValue,
            initializationValue,
            initializationValue
          );

          ${f}
        } else if (${p===2}) {
          ${d} values = ${d}(
            getValue(batch, inIdx),
            getValue(batch, inIdx + 1),
            initializationValue,
            initializationValue
          );

          ${f}
        } else if (${p===3}) {
          ${d} values = ${d}(
            getValue(batch, inIdx),
            getValue(batch, inIdx + 1),
            getValue(batch, inIdx + 2),
            initializationValue
          );

          ${f}
        }
        setOutput(${l});
      }
    `}};function Ou(r){let e=[];for(;e.length===0||e[e.length-1].outSize!==1;){let t=e.length?e[e.length-1].outSize:r[1],o=T.computeOptimalWindowSize(t);e.push({inSize:t,windowSize:o,outSize:Math.ceil(t/o)})}return e}function te(r,e,t,o){let n=Ou(r.shape),s=r;for(let i=0;i<n.length;i++){let{inSize:u,windowSize:a,outSize:l}=n[i],c,p;t==="mean"?c=i===0?new nt({windowSize:a,inSize:u,batchSize:r.shape[0],outSize:l},u):new nt({windowSize:a,inSize:u,batchSize:r.shape[0],outSize:l}):c=new At({windowSize:a,inSize:u,batchSize:r.shape[0],outSize:l},t),p=s,s=o.runWebGLProgram(c,[s],e),p.dataId!==r.dataId&&o.disposeIntermediateTensorInfo(p)}return s}var Ft=class{constructor(e,t){this.variableNames=["A"];let o=new Array(e.length);for(let i=0;i<o.length;i++)o[i]=e[t[i]];this.outputShape=o,this.rank=o.length;let n=F(this.rank),s=Du(t);this.userCode=`
    void main() {
      ${n} resRC = getOutputCoords();
      setOutput(getA(${s}));
    }
    `}};function Du(r){let e=r.length;if(e>6)throw Error(`Transpose for rank ${e} is not yet supported`);let t=["resRC.x","resRC.y","resRC.z","resRC.w","resRC.u","resRC.v"],o=new Array(e);for(let n=0;n<r.length;n++)o[r[n]]=t[n];return o.join()}var Ot=class{constructor(e,t){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0;let o=new Array(e.length);for(let c=0;c<o.length;c++)o[c]=e[t[c]];if(this.outputShape=o,this.rank=o.length,this.rank>6)throw Error(`Packed transpose for rank ${this.rank} is not yet supported.`);let n=F(this.rank),s=Er("rc",this.rank),i=new Array(this.rank);for(let c=0;c<t.length;c++)i[t[c]]=s[c];let u=`vec2(${i.slice(-2).join()})`,a=`++${s[this.rank-1]} < ${o[this.rank-1]}`,l=`getChannel(getA(${i.join()}), ${u})`;this.userCode=`
    void main() {
      ${n} rc = getOutputCoords();
      vec4 result = vec4(0.);
      result[0] = ${l};
      if(${a}) {
        result[1] = ${l};
      }
      --${s[this.rank-1]};
      if(++${s[this.rank-2]} < ${o[this.rank-2]}) {
        result[2] = ${l};
        if(${a}) {
          result[3] = ${l};
        }
      }
      setOutput(result);
    }
    `}};function me(r,e,t){let o=v().getBool("WEBGL_PACK_ARRAY_OPERATIONS")?new Ot(r.shape,e):new Ft(r.shape,e);return t.runWebGLProgram(o,[r],r.dtype)}function Qs(r,e,t,o){let n=e,s=r.shape.length,i=C.parseAxisParam(n,r.shape),u=i,a=T.getAxesPermutation(u,s),l=a!=null,c=r;l&&(c=me(r,a,o),u=T.getInnerMostAxes(u.length,s)),T.assertAxesAreInnerMostDims("sum",u,s);let[p,f]=T.computeOutAndReduceShapes(c.shape,u),d=p;t&&(d=T.expandShapeToKeepDim(p,i));let h=C.sizeFromShape(f),$=C.sizeFromShape(r.shape)/h,m=y({inputs:{x:c},attrs:{shape:[$,h]},backend:o}),x=ut(r.dtype),w=te(m,x,"sum",o),b=y({inputs:{x:w},attrs:{shape:d},backend:o});return o.disposeIntermediateTensorInfo(m),o.disposeIntermediateTensorInfo(w),l&&o.disposeIntermediateTensorInfo(c),b}function st(r){let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{axis:s,keepDims:i}=o;return Qs(n,s,i,t)}var Zs={kernelName:"Sum",backendName:"webgl",kernelFunc:st};function q(r){let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{perm:s}=o,i=t,u=n.shape.length,a=new Array(u);for(let c=0;c<a.length;c++)a[c]=n.shape[s[c]];let l;if(i.shouldExecuteOnCPU([n])){let p=i.texData.get(n.dataId).values,f=Re(p,n.shape,n.dtype,s,a);l=i.makeTensorInfo(a,n.dtype);let d=i.texData.get(l.dataId);d.values=f}else l=me(n,s,i);return l}var Js={kernelName:zo,backendName:"webgl",kernelFunc:q};var Fr=1e3;function Ee({a:r,b:e,transposeA:t,transposeB:o,backend:n,bias:s=null,preluActivationWeights:i=null,leakyreluAlpha:u=0,activation:a=null}){let l=r.shape.length,c=e.shape.length,p=t?r.shape[l-2]:r.shape[l-1],f=o?e.shape[c-1]:e.shape[c-2],d=t?r.shape[l-1]:r.shape[l-2],h=o?e.shape[c-2]:e.shape[c-1],g=r.shape.slice(0,-2),$=e.shape.slice(0,-2),m=C.sizeFromShape(g),x=C.sizeFromShape($),b=Qo.assertAndGetBroadcastShape(r.shape.slice(0,-2),e.shape.slice(0,-2)).concat([d,h]);C.assert(p===f,()=>`Error in matMul: inner shapes (${p}) and (${f}) of Tensors with shapes ${r.shape} and ${e.shape} and transposeA=${t} and transposeB=${o} must match.`);let S=t?[m,p,d]:[m,d,p],A=o?[x,h,f]:[x,f,h],I=y({inputs:{x:r},backend:n,attrs:{shape:S}}),N=y({inputs:{x:e},backend:n,attrs:{shape:A}}),P=[I,N],k=Math.max(m,x),Q=t?I.shape[1]:I.shape[2],ae=s!=null,He=i!=null,Ke=a==="leakyrelu",xe=a!=null?se(a,!0):null,it=ae||He||Ke||xe!=null,Se;if((d===1||h===1)&&Q>Fr&&it===!1){let ue=I,we=N;t&&(ue=q({inputs:{x:I},backend:n,attrs:{perm:[0,2,1]}}),P.push(ue)),o&&(we=q({inputs:{x:N},backend:n,attrs:{perm:[0,2,1]}}),P.push(we));let ye=h!==1,at=h===1,ur=ue;ye&&(ur=y({inputs:{x:ue},backend:n,attrs:{shape:[k,Q,1]}}),P.push(ur));let fa=h===1?2:1,lr=we;at&&(lr=y({inputs:{x:we},backend:n,attrs:{shape:[k,1,Q]}}),P.push(lr));let Wr=Ar({inputs:{a:ur,b:lr},backend:n});Se=st({inputs:{x:Wr},backend:n,attrs:{axis:fa,keepDims:!0}}),P.push(Wr)}else{let ue=re(r.dtype,e.dtype),we=new Ve(S,A,[k,d,h],t,o,ae,xe,He,Ke),ye=[I,N];if(s!=null&&ye.push(s),He&&ye.push(i),Ke){let at=n.makeTensorInfo([],"float32",C.createScalarValue(u,"float32"));ye.push(at),P.push(at)}Se=n.runWebGLProgram(we,ye,ue)}let K=y({inputs:{x:Se},backend:n,attrs:{shape:b}});P.push(Se);for(let ue of P)n.disposeIntermediateTensorInfo(ue);return K}function ku(r){let{inputs:e,backend:t,attrs:o}=r,{a:n,b:s}=e,{transposeA:i,transposeB:u}=o;return Ee({a:n,b:s,transposeA:i,transposeB:u,backend:t})}var ei={kernelName:Kr,backendName:"webgl",kernelFunc:ku};var Dt=class{constructor(e){this.variableNames=["source"],this.outputShape=e,this.rank=e.length;let t=F(this.rank);this.customUniforms=[{name:"start",arrayIndex:this.rank,type:"int"}];let o=Lu(this.rank),n,s=e.map((i,u)=>`sourceLoc.${Or[u]} = start[${u}] + coords.${Or[u]};`);n=`
        ${t} sourceLoc;
        ${t} coords = getOutputCoords();
        ${s.join(`
`)}
      `,this.userCode=`
      void main() {
        ${n}
        setOutput(getSource(${o}));
      }
    `}},Or=["x","y","z","w","u","v"];function Lu(r){if(r===1)return"sourceLoc";if(r<=6)return Or.slice(0,r).map(e=>"sourceLoc."+e).join(",");throw Error(`Slicing for rank ${r} is not yet supported`)}var Pt=class{constructor(e){this.variableNames=["source"],this.packedInputs=!0,this.packedOutput=!0,this.outputShape=e,this.rank=e.length,this.customUniforms=[{name:"start",arrayIndex:this.rank,type:"int"}];let t=F(this.rank),o=M("coords",this.rank),n=M("sourceLoc",this.rank),s=this.rank===1?"sourceLoc":`vec2(${n.slice(-2).join()})`,i=`getChannel(getSource(${n.join()}), ${s})`,u=`
      result.x = ${i};
      if (++${o[this.rank-1]} < ${e[this.rank-1]}) {
        ++${n[this.rank-1]};
        result.y = ${i};
        --${n[this.rank-1]};
      }
    `,a=this.rank===1?"":`
      --${o[this.rank-1]};
      if (++${o[this.rank-2]} < ${e[this.rank-2]}) {
        ++${n[this.rank-2]};
        result.z = ${i};
        if (++${o[this.rank-1]} < ${e[this.rank-1]}) {
          ++${n[this.rank-1]};
          result.w = ${i};
        }
      }
    `,l=this.rank<=4?`sourceLoc = coords +
            ${t}(${e.map((c,p)=>`start[${p}]`).join()});`:e.map((c,p)=>`${n[p]} = ${o[p]} + start[${p}];`).join(`
`);this.userCode=`
      void main() {
        ${t} coords = getOutputCoords();
        ${t} sourceLoc;
        ${l}
        vec4 result = vec4(0.);
        ${u}
        ${a}
        setOutput(result);
      }
    `}};function Uu(r,e,t,o){let n=o.texData.get(r.dataId),s=o.makeTensorInfo(t,r.dtype),i=o.texData.get(s.dataId);Object.assign(i,n),i.refCount=1,i.shape=t,i.dtype=r.dtype;let u=le.computeFlatOffset(e,C.computeStrides(r.shape));n.slice&&(u+=n.slice.flatOffset),i.slice={flatOffset:u,origDataId:n.slice&&n.slice.origDataId||r.dataId};let a=o.dataRefCount.get(i.slice.origDataId)||1;return o.dataRefCount.set(i.slice.origDataId,a+1),s}function ie(r){let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{begin:s,size:i}=o,[u,a]=le.parseSliceParams(n,s,i);if(le.assertParamsValid(n,u,a),C.sizeFromShape(a)===0)return t.makeTensorInfo(a,n.dtype,[]);if(t.shouldExecuteOnCPU([n])||n.dtype==="string"){let p=t.texData.get(n.dataId),f=Cs(p.values,u,a,n.shape,n.dtype);return t.makeTensorInfo(a,n.dtype,f)}let{isPacked:l}=t.texData.get(n.dataId),c=le.isSliceContinous(n.shape,u,a);if(l||!c){let p=v().getBool("WEBGL_PACK_ARRAY_OPERATIONS")?new Pt(a):new Dt(a),f=[u];return t.runWebGLProgram(p,[n],n.dtype,f)}return t.uploadToGPU(n.dataId),Uu(n,u,a,t)}var ti={kernelName:Ao,backendName:"webgl",kernelFunc:ie};var Bu=r=>{let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{blockShape:s,crops:i}=o;C.assert(n.shape.length<=4,()=>"batchToSpaceND for rank > 4 with a WebGL backend not implemented yet");let u=s.reduce((x,w)=>x*w),a=T.getReshaped(n.shape,s,u),l=T.getPermuted(a.length,s.length),c=T.getReshapedPermuted(n.shape,s,u),p=T.getSliceBeginCoords(i,s.length),f=T.getSliceSize(c,i,s.length),d=[],h=y({inputs:{x:n},backend:t,attrs:{shape:a}}),g=q({inputs:{x:h},backend:t,attrs:{perm:l}}),$=y({inputs:{x:g},backend:t,attrs:{shape:c}}),m=ie({inputs:{x:$},backend:t,attrs:{begin:p,size:f}});return d.push(h),d.push(g),d.push($),d.forEach(x=>t.disposeIntermediateTensorInfo(x)),m},ri={kernelName:qr,backendName:"webgl",kernelFunc:Bu};var Vu="return float(a != b);",oi=L({opSnippet:Vu,cpuKernelImpl:hs,dtype:"bool"});function kt(r){let{inputs:e,backend:t}=r,{input:o}=e,n=t.texData.get(o.dataId);return B({inputs:{x:n.complexTensorInfos.real},backend:t})}var Mu="return float(int(x));";function ni(r,e){let t=new W(r.shape,Mu),o=e.runWebGLProgram(t,[r],"int32");return{dataId:o.dataId,shape:o.shape,dtype:o.dtype}}function Dr(r){let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{dtype:s}=o;if(s==="complex64"){if(n.dtype==="complex64")return B({inputs:{x:n},backend:t});let i=Jo(n.shape),u=Dr({inputs:{x:n},backend:t,attrs:{dtype:"float32"}}),a=he({inputs:{real:u,imag:i},backend:t});return i.dispose(),t.disposeIntermediateTensorInfo(u),a}if(n.dtype==="complex64"){let i=kt({inputs:{input:n},backend:t}),u=Dr({inputs:{x:i},backend:t,attrs:{dtype:s}});return t.disposeIntermediateTensorInfo(i),u}if(!C.hasEncodingLoss(n.dtype,s)){let i=B({inputs:{x:n},backend:t});return{dataId:i.dataId,shape:i.shape,dtype:s}}if(t.shouldExecuteOnCPU([n])){let i=t.texData.get(n.dataId).values,[u,a,l]=Jn(i,n.shape,n.dtype,s);return t.makeTensorInfo(u,a,l)}if(s==="int32")return ni(n,t);if(s==="bool"){let i=t.makeTensorInfo([],"bool",C.getTypedArrayFromDType("bool",1)),a=oi({inputs:{a:n,b:i},backend:t});return t.disposeIntermediateTensorInfo(i),a}throw new Error(`Error in Cast: failed to cast ${n.dtype} to ${s}`)}var si={kernelName:Yr,backendName:"webgl",kernelFunc:Dr};var Lt=class{constructor(e){this.variableNames=["A"],this.customUniforms=[{name:"minVal",type:"float"},{name:"maxVal",type:"float"}],this.outputShape=e,this.userCode=`

      void main() {
        float value = getAAtOutCoords();
        if (isnan(value)) {
          setOutput(value);
          return;
        }

        setOutput(clamp(value, minVal, maxVal));
      }
    `}};var Ut=class{constructor(e){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0,this.customUniforms=[{name:"minVal",type:"float"},{name:"maxVal",type:"float"}],this.outputShape=e,this.userCode=`
      void main() {
        vec4 value = getAAtOutCoords();

        if (any(isnan(value))) {
          setOutput(value);
          return;
        }

        setOutput(clamp(value, vec4(minVal), vec4(maxVal)));
      }
    `}};function Wu(r){let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{clipValueMin:s,clipValueMax:i}=o,u;v().getBool("WEBGL_PACK_CLIP")?u=new Ut(n.shape):u=new Lt(n.shape);let a=[[s],[i]];return t.runWebGLProgram(u,[n],n.dtype,a)}var ii={kernelName:jr,backendName:"webgl",kernelFunc:Wu};var Bt=class{constructor(e){this.outputShape=[],this.outputShape=T.computeOutShape(e,1),this.variableNames=e.map((i,u)=>`T${u}`);let t=new Array(e.length-1);t[0]=e[0][1];for(let i=1;i<t.length;i++)t[i]=t[i-1]+e[i][1];let o=[`if (yC < ${t[0]}) setOutput(getT0(yR, yC));`];for(let i=1;i<t.length;i++){let u=t[i-1];o.push(`else if (yC < ${t[i]}) setOutput(getT${i}(yR, yC-${u}));`)}let n=t.length,s=t[t.length-1];o.push(`else setOutput(getT${n}(yR, yC-${s}));`),this.userCode=`
      void main() {
        ivec2 coords = getOutputCoords();
        int yR = coords.x;
        int yC = coords.y;

        ${o.join(`
        `)}
      }
    `}};var Mt=class{constructor(e,t){this.packedInputs=!0,this.packedOutput=!0,this.outputShape=[],this.outputShape=T.computeOutShape(e,t);let o=this.outputShape,n=o.length,s=F(n),i=M("coords",n),u=["x","y","z","w","u","v"].slice(0,n);this.variableNames=e.map((g,$)=>`T${$}`);let a=new Array(e.length-1);a[0]=e[0][t];for(let g=1;g<a.length;g++)a[g]=a[g-1]+e[g][t];let l=u[t],c=u.slice(-2),p=u.join(),f=`if (${l} < ${a[0]}) {
        return getChannel(
            getT0(${p}), vec2(${c.join()}));
        }`;for(let g=1;g<a.length;g++){let $=a[g-1];f+=`
        if (${l} < ${a[g]}  && ${l} >= ${a[g-1]}) {
          return getChannel(
            getT${g}(${Vt(u,l,$)}),
            vec2(${Vt(c,l,$)}));
        }`}let d=a.length,h=a[a.length-1];f+=`
        return getChannel(
          getT${d}(${Vt(u,l,h)}),
          vec2(${Vt(c,l,h)}));`,this.userCode=`
      float getValue(${u.map(g=>"int "+g)}) {
        ${f}
      }

      void main() {
        ${s} coords = getOutputCoords();
        vec4 result = vec4(getValue(${i}), 0., 0., 0.);

        ${i[n-1]} = ${i[n-1]} + 1;
        if (${i[n-1]} < ${o[n-1]}) {
          result.g = getValue(${i});
        }

        ${i[n-2]} = ${i[n-2]} + 1;
        if (${i[n-2]} < ${o[n-2]}) {
          result.a = getValue(${i});
        }

        ${i[n-1]} = ${i[n-1]} - 1;
        if (${i[n-2]} < ${o[n-2]} &&
            ${i[n-1]} < ${o[n-1]}) {
          result.b = getValue(${i});
        }
        setOutput(result);
      }
    `}};function Vt(r,e,t){let o=r.indexOf(e);return r.map((s,i)=>i===o?`${s} - ${t}`:s).join()}function ai(r){let{inputs:e,backend:t}=r,{input:o}=e,n=t.texData.get(o.dataId);return B({inputs:{x:n.complexTensorInfos.imag},backend:t})}function Me(r,e,t){let o=r[0].dtype;if(o==="complex64"){let d=r.map(x=>kt({inputs:{input:x},backend:t})),h=r.map(x=>ai({inputs:{input:x},backend:t})),g=Me(d,e,t),$=Me(h,e,t),m=he({inputs:{real:g,imag:$},backend:t});return d.forEach(x=>t.disposeIntermediateTensorInfo(x)),h.forEach(x=>t.disposeIntermediateTensorInfo(x)),t.disposeIntermediateTensorInfo(g),t.disposeIntermediateTensorInfo($),m}let n=t.shouldExecuteOnCPU(r);if(o==="string"&&(n=!0),n){let d=r.map(b=>{let A=[-1,C.sizeFromShape(b.shape.slice(e))];return y({inputs:{x:b},backend:t,attrs:{shape:A}})}),h=d.map(b=>({vals:t.readSync(b.dataId),shape:b.shape})),g=T.computeOutShape(d.map(b=>b.shape),1),$=d[0].shape[0]===1,m=es(h,g,o,$),x=T.computeOutShape(r.map(b=>b.shape),e),w=t.makeTensorInfo(x,o,m);return d.forEach(b=>t.disposeIntermediateTensorInfo(b)),w}let s=r.filter(d=>C.sizeFromShape(d.shape)>0),i=v().getBool("WEBGL_PACK_ARRAY_OPERATIONS")&&s[0].shape.length>1;if(s.length===1){let d=i?new W(r[0].shape,J):new z(r[0].shape,J);return t.runWebGLProgram(d,r,o)}let u=v().getNumber("WEBGL_MAX_TEXTURES_IN_SHADER");if(s.length>u){let d=[];for(let g=0;g<s.length;g+=u){let $=s.slice(g,g+u);d.push(Me($,e,t))}let h=Me(d,e,t);for(let g of d)t.disposeIntermediateTensorInfo(g);return h}if(i){let d=new Mt(s.map(h=>h.shape),e);return t.runWebGLProgram(d,s,o)}let{tensors2D:a,outShape:l}=Gu(s,e,t),c=new Bt(a.map(d=>d.shape)),p=t.runWebGLProgram(c,a,o);a.forEach(d=>t.disposeIntermediateTensorInfo(d));let f=y({inputs:{x:p},attrs:{shape:l},backend:t});return t.disposeIntermediateTensorInfo(p),f}function Gu(r,e,t){let o=T.computeOutShape(r.map(s=>s.shape),e);return{tensors2D:r.map(s=>y({inputs:{x:s},attrs:{shape:[-1,C.sizeFromShape(s.shape.slice(e))]},backend:t})),outShape:o}}function Pr(r){let{inputs:e,backend:t,attrs:o}=r,{axis:n}=o,s=C.parseAxisParam(n,e[0].shape)[0],i=e.map(l=>l.shape);T.assertParamsConsistent(i,s);let u=T.computeOutShape(e.map(l=>l.shape),s);if(C.sizeFromShape(u)===0)return t.makeTensorInfo(u,e[0].dtype,[]);let a=e.filter(l=>C.sizeFromShape(l.shape)>0);return a.length===1?B({inputs:{x:a[0]},backend:t}):Me(a,s,t)}var ui={kernelName:Qr,backendName:"webgl",kernelFunc:Pr};var We=class{constructor(e,t=!1,o=null,n=!1,s=!1){this.variableNames=["x","W"],this.outputShape=e.outShape;let i=e.padInfo.top,u=e.padInfo.left,a=e.strideHeight,l=e.strideWidth,c=e.dilationHeight,p=e.dilationWidth,f=e.filterHeight,d=e.filterWidth,h=Math.floor(e.inChannels/4)*4,g=e.inChannels%4,$=e.dataFormat==="channelsLast",m=$?1:2,x=$?2:3,w=$?3:1,b="",S="";o&&(n?b=`float activation(float a) {
          float b = getPreluActivationWeightsAtOutCoords();
          ${o}
        }`:s?b=`float activation(float a) {
          float b = getLeakyreluAlphaAtOutCoords();
          ${o}
        }`:b=`
          float activation(float x) {
            ${o}
          }
        `,S="result = activation(result);");let A=t?"result += getBiasAtOutCoords();":"";t&&this.variableNames.push("bias"),n&&this.variableNames.push("preluActivationWeights"),s&&this.variableNames.push("leakyreluAlpha"),this.userCode=`
      ${b}

      const ivec2 strides = ivec2(${a}, ${l});
      const ivec2 pads = ivec2(${i}, ${u});

      void main() {
        ivec4 coords = getOutputCoords();
        int batch = coords[0];
        int d2 = coords[${w}];

        ivec2 xRCCorner =
            ivec2(coords[${m}], coords[${x}]) * strides - pads;
        int xRCorner = xRCCorner.x;
        int xCCorner = xRCCorner.y;

        // Convolve x(?, ?, d1) with w(:, :, d1, d2) to get y(yR, yC, d2).
        // ? = to be determined. : = across all values in that axis.
        float dotProd = 0.0;
        for (int wR = 0; wR < ${f}; wR++) {
          int xR = xRCorner + wR * ${c};

          if (xR < 0 || xR >= ${e.inHeight}) {
            continue;
          }

          for (int wC = 0; wC < ${d}; wC++) {
            int xC = xCCorner + wC * ${p};

            if (xC < 0 || xC >= ${e.inWidth}) {
              continue;
            }

            for (int d1 = 0; d1 < ${h}; d1 += 4) {
              vec4 wValues = vec4(
                getW(wR, wC, d1, d2),
                getW(wR, wC, d1 + 1, d2),
                getW(wR, wC, d1 + 2, d2),
                getW(wR, wC, d1 + 3, d2)
              );

              if (${$}) {
                vec4 xValues = vec4(
                  getX(batch, xR, xC, d1),
                  getX(batch, xR, xC, d1 + 1),
                  getX(batch, xR, xC, d1 + 2),
                  getX(batch, xR, xC, d1 + 3)
                );
                dotProd += dot(xValues, wValues);
              } else {
                vec4 xValues = vec4(
                  getX(batch, d1, xR, xC),
                  getX(batch, d1 + 1, xR, xC),
                  getX(batch, d1 + 2, xR, xC),
                  getX(batch, d1 + 3, xR, xC)
                );
                dotProd += dot(xValues, wValues);
              }
            }

            if (${g===1}) {

              if (${$}) {
                dotProd +=
                    getX(batch, xR, xC, ${h}) *
                    getW(wR, wC, ${h}, d2);
              } else {
                dotProd +=
                    getX(batch, ${h}, xR, xC) *
                    getW(wR, wC, ${h}, d2);
              }

            } else if (${g===2}) {
              vec2 wValues = vec2(
                getW(wR, wC, ${h}, d2),
                getW(wR, wC, ${h} + 1, d2)
              );

              if (${$}) {
                vec2 xValues = vec2(
                  getX(batch, xR, xC, ${h}),
                  getX(batch, xR, xC, ${h} + 1)
                );
                dotProd += dot(xValues, wValues);
              } else {
                vec2 xValues = vec2(
                  getX(batch, ${h}, xR, xC),
                  getX(batch, ${h} + 1, xR, xC)
                );
                dotProd += dot(xValues, wValues);
              }

            } else if (${g===3}) {
              vec3 wValues = vec3(
                getW(wR, wC, ${h}, d2),
                getW(wR, wC, ${h} + 1, d2),
                getW(wR, wC, ${h} + 2, d2)
              );

              if (${$}) {
                vec3 xValues = vec3(
                  getX(batch, xR, xC, ${h}),
                  getX(batch, xR, xC, ${h} + 1),
                  getX(batch, xR, xC, ${h} + 2)
                );
                dotProd += dot(xValues, wValues);
              } else {
                vec3 xValues = vec3(
                  getX(batch, ${h}, xR, xC),
                  getX(batch, ${h} + 1, xR, xC),
                  getX(batch, ${h} + 2, xR, xC)
                );
                dotProd += dot(xValues, wValues);
              }

            }
          }
        }

        float result = dotProd;
        ${A}
        ${S}
        setOutput(result);
      }
    `}};var Ge=class{constructor(e,t=!1,o=null,n=!1,s=!1){this.variableNames=["x","W"],this.packedInputs=!0,this.packedOutput=!0,this.customUniforms=[{name:"pads",type:"ivec2"},{name:"strides",type:"ivec2"},{name:"dilations",type:"ivec2"},{name:"inDims",type:"ivec2"}],this.outputShape=e.outShape,this.enableShapeUniforms=O(this.outputShape.length);let i=e.padInfo.left,u=e.strideWidth,a=e.dilationWidth,l=e.filterHeight,c=e.filterWidth,p=c,f=`
       int xR; int xC; int xCOffset;
       vec4 wTexel; vec4 previous; vec4 final;`;for(let $=0;$<c;$++)f+=`
           vec4 xTexelC${$*2};
           int xTexelC${$*2}Ready;
           vec4 xTexelC${$*2+1};
           int xTexelC${$*2+1}Ready;
           vec4 xC${$};`;f+=`
     for (int r = 0; r < ${l}; r++) {
      for (int d1 = 0; d1 < ${e.inChannels}; d1 += 2) {
       `;for(let $=0;$<c;$++)f+=`
           xTexelC${$*2} = vec4(0.0);
           xTexelC${$*2}Ready = 0;
           xTexelC${$*2+1} = vec4(0.0);
           xTexelC${$*2+1}Ready = 0;
           xC${$} = vec4(0.0);`;f+=`
         xR = xRCorner + r * dilations[0];
         if (xR >=0 && xR < inDims[0]) {
       `;for(let $=0;$<(p+1)/2;$++){let m=$*2;if(f+=`
           xC = xCCorner + ${m*a};
           `,u===1){if(m<c&&(i%2===1?(f+=`
                 xCOffset = xC + 1;
                 if (xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${m}Ready == 0) {
                   xTexelC${m} = getX(batch, xR, xCOffset, d1);

                   // Need to manually clear unused channels in case
                   // we're reading from recycled texture.
                   if (xCOffset + 1 >= inDims[1]) {
                     xTexelC${m}.zw = vec2(0.0);
                   }
                   xTexelC${m}Ready = 1;
                 }
               `,a===1&&m>0?f+=`
                 xC${m} = vec4(xTexelC${m-2}.zw, xTexelC${m}.xy);
                 `:f+=`
                   xCOffset = xC + 1 - 2;

                   if (xCOffset >= 0 && xCOffset < inDims[1]) {
                     previous = getX(batch, xR, xCOffset, d1);

                     // Need to manually clear unused channels in case
                     // we're reading from recycled texture.
                     if (xCOffset + 1 >= inDims[1]) {
                       previous.zw = vec2(0.0);
                     }

                     xC${m} = vec4(previous.zw, xTexelC${m}.xy);
                   } else {
                     xC${m} = vec4(0.0, 0.0, xTexelC${m}.xy);
                   }
                   `):f+=`
                 if (xC >= 0 && xC < inDims[1] && xTexelC${m}Ready == 0) {
                   xTexelC${m} = getX(batch, xR, xC, d1);
                   if (xC + 1 >= inDims[1]) {
                     xTexelC${m}.zw = vec2(0.0);
                   }
                   xTexelC${m}Ready = 1;
                 }

                 xC${m} = xTexelC${m};
                 `,m+1<c)){let x=i%2===0?C.nearestLargerEven(a):a;a%2===0&&i%2===1||a%2!==0&&i%2!==1?(f+=`
                   xCOffset = xC + imod(pads[1], 2) + ${x};

                   if (xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${m+1}Ready == 0) {
                     xTexelC${m+1} = getX(batch, xR, xCOffset, d1);

                     // Need to manually clear unused channels in case
                     // we're reading from recycled texture.
                     if (xCOffset + 1 >= inDims[1]) {
                       xTexelC${m+1}.zw = vec2(0.0);
                     }
                     xTexelC${m+1}Ready = 1;
                   }
                   `,a>1?f+=`
                     xCOffset -= 2;
                     if (xCOffset >= 0 && xCOffset < inDims[1]) {
                      previous = getX(batch, xR, xCOffset, d1);
                      xC${m+1} = vec4(previous.zw, xTexelC${m+1}.xy);
                     } else {
                      xC${m+1} = vec4(0.0, 0.0, xTexelC${m+1}.xy);
                     }
                     `:f+=`
                     xC${m+1} = vec4(xTexelC${m}.zw, xTexelC${m+1}.xy);
                     `):x===1?f+=`
                     xC${m+1} = xTexelC${m};
                     `:f+=`
                     xCOffset = xC + ${x};

                     if (xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${m+1}Ready == 0) {
                       xTexelC${m+1} = getX(batch, xR, xCOffset, d1);
                       if (xCOffset + 1 >= inDims[1]) {
                         xTexelC${m+1}.zw = vec2(0.0);
                       }
                       xTexelC${m+1}Ready = 1;
                     }

                     xC${m+1} = xTexelC${m+1};
                     `}}else m<c&&(i%2===1?(f+=`
                 xCOffset = xC + 1 - strides[1];
                 if(xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${m}Ready == 0) {
                   xTexelC${m} = getX(batch, xR, xCOffset, d1);
                   // Need to manually clear unused channels in case
                   // we're reading from recycled texture.
                   if (xCOffset + 1 >= inDims[1]) {
                     xTexelC${m}.zw = vec2(0.0);
                   }
                   xTexelC${m}Ready = 1;
                 }

                 if(xC + 1 >= 0 && xC + 1 < inDims[1] && xTexelC${m+1}Ready == 0) {
                   xTexelC${m+1} = getX(batch, xR, xC + 1, d1);
                   // Need to manually clear unused channels in case
                   // we're reading from recycled texture.
                   if (xC + 2 >= inDims[1]) {
                     xTexelC${m+1}.zw = vec2(0.0);
                   }
                   xTexelC${m+1}Ready = 1;
                 }

                 xC${m} = vec4(xTexelC${m}.zw, xTexelC${m+1}.zw);
               `,m+1<c&&(f+=`
                   final = vec4(0.0);
                   xCOffset = xC + 1 + strides[1];
                   if(xCOffset >= 0 && xCOffset < inDims[1]) {
                     final = getX(batch, xR, xCOffset, d1);
                   }
                   xC${m+1} = vec4(xTexelC${m+1}.xy, final.xy);
                 `)):(f+=`
                 if(xC >= 0 && xC < inDims[1] && xTexelC${m}Ready == 0) {
                   xTexelC${m} = getX(batch, xR, xC, d1);
                   if (xC + 1 >= inDims[1]) {
                     xTexelC${m}.zw = vec2(0.0);
                   }
                   xTexelC${m}Ready = 1;
                 }

                 xCOffset = xC + strides[1];
                 if(xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${m+1}Ready == 0) {
                   xTexelC${m+1} = getX(batch, xR, xCOffset, d1);
                   if (xCOffset + 1 >= inDims[1]) {
                     xTexelC${m+1}.zw = vec2(0.);
                   }
                   xTexelC${m+1}Ready = 1;
                 }

                 xC${m} = vec4(
                   xTexelC${m}.xy, xTexelC${m+1}.xy);
               `,m+1<c&&(f+=`
                   xC${m+1} = vec4(xTexelC${m}.zw, xTexelC${m+1}.zw);
                 `)));m<c&&(f+=`
             wTexel = getW(r, ${m}, d1, d2);
             dotProd += xC${m}.xxzz * vec4(wTexel.xy, wTexel.xy);
             if(d1 + 1 < ${e.inChannels}) {
               dotProd += xC${m}.yyww * vec4(wTexel.zw, wTexel.zw);
             }
           `,m+1<c&&(f+=`
               wTexel = getW(r, ${m+1}, d1, d2);
               dotProd += xC${m+1}.xxzz * vec4(wTexel.xy, wTexel.xy);
               if(d1 + 1 < ${e.inChannels}) {
                 dotProd += xC${m+1}.yyww * vec4(wTexel.zw, wTexel.zw);
               }
             `))}f+=`
     }
   `,f+=`
     }
   `,f+=`
     }
   `;let d="",h="";o&&(n?d=`vec4 activation(vec4 a) {
           vec4 b = getPreluActivationWeightsAtOutCoords();
           ${o}
         }`:s?d=`vec4 activation(vec4 a) {
           vec4 b = getLeakyreluAlphaAtOutCoords();
           ${o}
         }`:d=`vec4 activation(vec4 x) {
           ${o}
         }`,h="result = activation(result);");let g=t?"result += getBiasAtOutCoords();":"";t&&this.variableNames.push("bias"),n&&this.variableNames.push("preluActivationWeights"),s&&this.variableNames.push("leakyreluAlpha"),this.userCode=`
       ${d}

       void main() {
         ivec4 coords = getOutputCoords();
         int batch = coords.x;
         ivec2 xRCCorner = coords.yz * strides - pads;
         int d2 = coords.w;
         int xRCorner = xRCCorner.x;
         int xCCorner = xRCCorner.y;

         //intialize dotProd with a small epsilon seems to reduce GPU accuracy loss.
         vec4 dotProd = vec4(0.000000000000001);

         ${f}

         vec4 result = dotProd - vec4(0.000000000000001);
         ${g}
         ${h}
         setOutput(result);
       }
     `}};var Wt=class{constructor(e,t){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0,this.customUniforms=[{name:"inputShape",type:"ivec4"},{name:"pad",type:"ivec2"},{name:"stride",type:"ivec2"},{name:"dilation",type:"ivec2"},{name:"inChannels",type:"int"},{name:"itemsPerBlockRow",type:"int"},{name:"outWidth",type:"int"}],this.outputShape=e,this.enableShapeUniforms=O(this.outputShape.length);let{dataFormat:o}=t,n=U(),s=o==="channelsLast",i=s?1:2,u=s?2:3,a=this.enableShapeUniforms?"if(blockIndex < outShape[2] && pos < outShape[1]) {":`if(blockIndex < ${e[2]} && pos < ${e[1]}) {`,l="";for(let c=0;c<=1;c++)for(let p=0;p<=1;p++)l+=`
          blockIndex = rc.z + ${p};
          pos = rc.y + ${c};

          ${a}
            offsetY = int(blockIndex / outWidth) * stride[0] - pad[0];
            d0 = offsetY + dilation[0] * (pos / itemsPerBlockRow);

            if(d0 < inputShape[${i}] && d0 >= 0) {
              // Use custom imod instead mod. On Intel GPU, mod may generate
              // unexpected value.
              // https://github.com/tensorflow/tfjs/issues/5447
              offsetX = imod(blockIndex, outWidth) * stride[1] - pad[1];
              d1 = offsetX + dilation[1] * (imod(pos, itemsPerBlockRow) /
                  inChannels);

              if(d1 < inputShape[${u}] && d1 >= 0) {

                ch = imod(pos, inChannels);

                if (${s}) {
                  innerDims = vec2(d1, ch);
                  result[${c*2+p}] = getChannel(
                    getA(rc.x, d0, int(innerDims.x),
                    int(innerDims.y)), innerDims);
                } else {
                  innerDims = vec2(d0, d1);
                  result[${c*2+p}] = getChannel(
                    getA(rc.x, ch, int(innerDims.x),
                    int(innerDims.y)), innerDims);
                }
              }
            }
          }
        `;this.userCode=`
      void main() {
        ivec3 rc = getOutputCoords();

        vec4 result = vec4(0);

        int blockIndex, pos, offsetY, d0, offsetX, d1, ch;
        vec2 innerDims;

        ${l}

        ${n.output} = result;
      }
    `}};function Gt(r,e){let t=r.length;return t>=3?e?[...r.slice(0,-3),r[t-3]*r[t-2],r[t-1]]:[...r.slice(0,-3),r[t-3],r[t-2]*r[t-1]]:!e&&t===1&&r[0]>1?[r[0],1]:null}function zt({x:r,filter:e,convInfo:t,backend:o,bias:n=null,preluActivationWeights:s=null,leakyreluAlpha:i=0,activation:u=null}){let a=r.shape,l=o.texData.get(r.dataId),c=t.inChannels,p=a[0]*a[1]*a[2],f=t.outChannels,d=t.dataFormat==="channelsLast",h=!1,g=!1,$,m=[];if(s!=null){let b=Gt(s.shape,d);b!=null&&(s=y({inputs:{x:s},backend:o,attrs:{shape:b}}),m.push(s))}if(n!=null){let b=Gt(n.shape,d);b!=null&&(n=y({inputs:{x:n},backend:o,attrs:{shape:b}}),m.push(n))}if(!((p===1||f===1)&&c>Fr)&&l.isPacked&&d&&l.texture!=null&&a[2]%2!==0&&C.arraysEqual(l.shape.slice(-3),a.slice(-3))){let b=a[0]*a[1]*(a[2]+1),S={dataId:r.dataId,shape:[1,b,t.inChannels],dtype:r.dtype},A=l.shape;l.shape=l.shape.slice(),l.shape[l.shape.length-2]++,C.assert(ve(l.shape,S.shape),()=>`packed reshape ${l.shape} to ${S.shape} isn't free`);let I=y({inputs:{x:e},backend:o,attrs:{shape:[1,t.inChannels,t.outChannels]}});m.push(I);let N=Ee({a:S,b:I,backend:o,transposeA:h,transposeB:g,bias:n,activation:u,preluActivationWeights:s,leakyreluAlpha:i}),P=o.texData.get(N.dataId);C.assert(P.isPacked,()=>"batchMatMul result is expected to be packed"),l.shape=A,P.shape=t.outShape,$=B({inputs:{x:N},backend:o}),$.shape=t.outShape,m.push(N)}else{let b=t.outHeight*t.outWidth,S=y({inputs:{x:r},backend:o,attrs:{shape:d?[t.batchSize,b,t.inChannels]:[t.batchSize,t.inChannels,b]}}),A=y({inputs:{x:e},backend:o,attrs:{shape:[1,t.inChannels,t.outChannels]}}),I=Ee({a:d?S:A,b:d?A:S,transposeA:!d,transposeB:g,backend:o,bias:n,activation:u,preluActivationWeights:s,leakyreluAlpha:i});$=y({inputs:{x:I},backend:o,attrs:{shape:t.outShape}}),m.push(S),m.push(A),m.push(I)}for(let b of m)o.disposeIntermediateTensorInfo(b);return $}function Xt({x:r,filter:e,convInfo:t,backend:o,bias:n=null,preluActivationWeights:s=null,leakyreluAlpha:i=0,activation:u=null}){let{filterWidth:a,filterHeight:l,inChannels:c,outWidth:p,outHeight:f,dataFormat:d}=t,h=d==="channelsLast",g=a*l*c,$=f*p,m=[t.batchSize,g,$],x=!0,w=!1,b=[];if(s!=null){let K=Gt(s.shape,h);K!=null&&(s=y({inputs:{x:s},backend:o,attrs:{shape:K}}),b.push(s))}if(n!=null){let K=Gt(n.shape,h);K!=null&&(n=y({inputs:{x:n},backend:o,attrs:{shape:K}}),b.push(n))}let S=y({inputs:{x:e},backend:o,attrs:{shape:[1,g,C.sizeFromShape(e.shape)/g]}});b.push(S);let A=new Wt(m,t),I=[r.shape,[t.padInfo.top,t.padInfo.left],[t.strideHeight,t.strideWidth],[t.dilationHeight,t.dilationWidth],[t.inChannels],[t.filterWidth*t.inChannels],[t.outWidth]],N=o.runWebGLProgram(A,[r],"float32",I),P=y({inputs:{x:N},backend:o,attrs:{shape:m}});b.push(N),b.push(P);let k=n!=null,Q=s!=null,ae=u==="leakyrelu",He=u?se(u,!0):null,Ke=new Ve(h?P.shape:S.shape,h?S.shape:P.shape,h?[t.batchSize,$,t.outChannels]:[t.batchSize,t.outChannels,$],x,w,k,He,Q,ae),xe=h?[P,S]:[S,P];if(n&&xe.push(n),Q&&xe.push(s),ae){let K=o.makeTensorInfo([],"float32",C.createScalarValue(i,"float32"));xe.push(K),b.push(K)}let it=o.runWebGLProgram(Ke,xe,"float32"),Se=y({inputs:{x:it},backend:o,attrs:{shape:t.outShape}});b.push(it);for(let K of b)o.disposeIntermediateTensorInfo(K);return Se}function zu(r){let{inputs:e,backend:t,attrs:o}=r,{x:n,filter:s}=e,{strides:i,pad:u,dataFormat:a,dilations:l,dimRoundingMode:c}=o,p=T.convertConv2DDataFormat(a),f=T.computeConv2DInfo(n.shape,s.shape,i,l,u,c,!1,p),d;if(f.filterHeight===1&&f.filterWidth===1&&f.dilationHeight===1&&f.dilationWidth===1&&f.strideHeight===1&&f.strideWidth===1&&(f.padInfo.type==="SAME"||f.padInfo.type==="VALID"))d=zt({x:n,filter:s,convInfo:f,backend:t});else if(f.strideWidth<=2&&p==="channelsLast"&&v().getBool("WEBGL_EXP_CONV")){let g=new Ge(f),$=[[f.padInfo.top,f.padInfo.left],[f.strideHeight,f.strideWidth],[f.dilationHeight,f.dilationWidth],[f.inHeight,f.inWidth]];d=t.runWebGLProgram(g,[n,s],"float32",$)}else if(v().getBool("WEBGL_CONV_IM2COL"))d=Xt({x:n,filter:s,convInfo:f,backend:t});else{let g=new We(f);d=t.runWebGLProgram(g,[n,s],"float32")}let h=y({inputs:{x:d},backend:t,attrs:{shape:f.outShape}});return t.disposeIntermediateTensorInfo(d),h}var li={kernelName:Zr,backendName:"webgl",kernelFunc:zu};var Ht=class{constructor(e){this.variableNames=["dy","W"],this.outputShape=e.inShape;let t=e.filterHeight,o=e.filterWidth,n=e.strideHeight,s=e.strideWidth,i=e.dataFormat==="channelsLast",u=t-1-e.padInfo.top,a=o-1-e.padInfo.left,l=i?1:2,c=i?2:3,p=i?3:1;this.userCode=`
      const ivec2 pads = ivec2(${u}, ${a});

      void main() {
        ivec4 coords = getOutputCoords();
        int batch = coords[0];
        int d1 = coords[${p}];

        ivec2 dyCorner = ivec2(coords[${l}], coords[${c}]) - pads;
        int dyRCorner = dyCorner.x;
        int dyCCorner = dyCorner.y;

        // Convolve dy(?, ?, d2) with w(:, :, d1, d2) to compute dx(xR, xC, d1).
        // ? = to be determined. : = across all values in that axis.
        float dotProd = 0.0;
        for (int wR = 0; wR < ${t}; wR++) {
          float dyR = float(dyRCorner + wR) / ${n}.0;

          if (dyR < 0.0 || dyR >= ${e.outHeight}.0 || fract(dyR) > 0.0) {
            continue;
          }
          int idyR = int(dyR);

          int wRPerm = ${t} - 1 - wR;

          for (int wC = 0; wC < ${o}; wC++) {
            float dyC = float(dyCCorner + wC) / ${s}.0;

            if (dyC < 0.0 || dyC >= ${e.outWidth}.0 ||
                fract(dyC) > 0.0) {
              continue;
            }
            int idyC = int(dyC);

            int wCPerm = ${o} - 1 - wC;

            for (int d2 = 0; d2 < ${e.outChannels}; d2++) {

              if (${i}) {
                float xValue = getDy(batch, idyR, idyC, d2);
                float wValue = getW(wRPerm, wCPerm, d1, d2);
                dotProd += xValue * wValue;
              } else {
                float xValue = getDy(batch, d2, idyR, idyC);
                float wValue = getW(wRPerm, wCPerm, d1, d2);
                dotProd += xValue * wValue;
              }

            }
          }
        }
        setOutput(dotProd);
      }
    `}};var Kt=class{constructor(e){this.variableNames=["dy","W"],this.packedInputs=!0,this.packedOutput=!0,this.customUniforms=[{name:"strides",type:"vec2"}],this.outputShape=e.inShape,this.enableShapeUniforms=O(this.outputShape.length);let t=e.filterHeight,o=e.filterWidth,n=t-1-e.padInfo.top,s=o-1-e.padInfo.left;this.userCode=`
      const ivec2 pads = ivec2(${n}, ${s});

      void main() {
        ivec4 coords = getOutputCoords();
        int batch = coords[0];
        int d1 = coords[3];

        ivec2 dyCorner = ivec2(coords[1], coords[2]) - pads;
        int dyRCorner = dyCorner.x;
        int dyCCorner = dyCorner.y;

        vec4 result = vec4(0.);
        for (int wR = 0; wR < ${t}; wR++) {
          float dyR = float(dyRCorner + wR) / strides[0];
          if (dyR < 0.0 || dyR >= ${e.outHeight}.0 || fract(dyR) > 0.0) {
            continue;
          }
          int idyR = int(dyR);
          int wRPerm = ${t} - 1 - wR;

          for (int wC = 0; wC < ${o}; wC++) {
            int wCPerm = ${o} - 1 - wC;

            float dyC = float(dyCCorner + wC) / strides[1];
            bool idyCVal = (dyC >= 0.0) && (dyC < ${e.outWidth}.0)
              && (fract(dyC) == 0.0);
            int idyC = int(dyC);

            float dyC2 = float(dyCCorner + wC + 1) / strides[1];
            bool idyCVal2 = (dyC2 >= 0.0) && (dyC2 < ${e.outWidth}.0)
              && (fract(dyC2) == 0.0);
            int idyC2 = int(dyC2);

            if (idyCVal && idyCVal2) {
              for (int d2 = 0; d2 < ${e.outChannels}; d2 += 2) {
                vec4 wValue = getW(wRPerm, wCPerm, d1, d2);
                vec4 dySample = getDy(batch, idyR, idyC, d2);
                vec4 dySample2 = (idyC / 2 == idyC2 / 2) ?
                  dySample : getDy(batch, idyR, idyC2, d2);

                vec2 dyValue = mod(float(idyC), 2.) == 0. ?
                  dySample.xy : dySample.zw;
                result.xy += vec2(dot(dyValue, wValue.xy),
                  dot(dyValue, wValue.zw));

                dyValue = mod(float(idyC2), 2.) == 0. ?
                  dySample2.xy : dySample2.zw;
                result.zw += vec2(dot(dyValue, wValue.xy),
                  dot(dyValue, wValue.zw));
              }
            } else if (idyCVal) {
              for (int d2 = 0; d2 < ${e.outChannels}; d2 += 2) {
                vec4 wValue = getW(wRPerm, wCPerm, d1, d2);
                vec4 dySample = getDy(batch, idyR, idyC, d2);
                vec2 dyValue = mod(float(idyC), 2.) == 0. ?
                  dySample.xy : dySample.zw;
                result.xy += vec2(dot(dyValue, wValue.xy),
                  dot(dyValue, wValue.zw));
              }
            } else if (idyCVal2) {
              for (int d2 = 0; d2 < ${e.outChannels}; d2 += 2) {
                vec4 wValue = getW(wRPerm, wCPerm, d1, d2);
                vec4 dySample = getDy(batch, idyR, idyC2, d2);
                vec2 dyValue = mod(float(idyC2), 2.) == 0. ?
                  dySample.xy : dySample.zw;
                result.zw += vec2(dot(dyValue, wValue.xy),
                  dot(dyValue, wValue.zw));
              }
            }
          }
        }
        setOutput(result);
      }
    `}};function Xu(r){let{inputs:e,backend:t,attrs:o}=r,{dy:n,filter:s}=e,{inputShape:i,strides:u,pad:a,dataFormat:l,dimRoundingMode:c}=o,p=T.convertConv2DDataFormat(l),f=T.computeConv2DInfo(i,s.shape,u,1,a,c,!1,p);if(v().getBool("WEBGL_PACK_CONV2DTRANSPOSE")&&p==="channelsLast"){let d=[[f.strideHeight,f.strideWidth]],h=new Kt(f);return t.runWebGLProgram(h,[n,s],"float32",d)}else{let d=new Ht(f);return t.runWebGLProgram(d,[n,s],"float32")}}var ci={kernelName:Jr,backendName:"webgl",kernelFunc:Xu};var ze=class{constructor(e,t=!1,o=null,n=!1,s=!1){this.variableNames=["x","W"],this.customUniforms=[{name:"pads",type:"ivec2"},{name:"strides",type:"ivec2"},{name:"dilations",type:"ivec2"},{name:"inDims",type:"ivec2"}],this.outputShape=e.outShape,this.enableShapeUniforms=O(this.outputShape.length);let i=e.filterHeight,u=e.filterWidth,a=e.outChannels/e.inChannels,l="",c="";o&&(n?l=`float activation(float a) {
          float b = getPreluActivationWeightsAtOutCoords();
          ${o}
        }`:s?l=`float activation(float a) {
          float b = getLeakyreluAlphaAtOutCoords();
          ${o}
        }`:l=`
          float activation(float x) {
            ${o}
          }
        `,c="result = activation(result);");let p=t?"result += getBiasAtOutCoords();":"";t&&this.variableNames.push("bias"),n&&this.variableNames.push("preluActivationWeights"),s&&this.variableNames.push("leakyreluAlpha"),this.userCode=`
      ${l}

      void main() {
        ivec4 coords = getOutputCoords();
        int batch = coords.x;
        ivec2 xRCCorner = coords.yz * strides - pads;
        int d2 = coords.w;
        int d1 = d2 / ${a};
        int q = d2 - d1 * ${a};

        int xRCorner = xRCCorner.x;
        int xCCorner = xRCCorner.y;

        // Convolve x(?, ?, d1) with w(:, :, d1, q) to get y(yR, yC, d2).
        // ? = to be determined. : = across all values in that axis.
        float dotProd = 0.0;
        // TO DO(dsmilkov): Flatten the two for loops and vec4 the operations.
        for (int wR = 0; wR < ${i}; wR++) {
          int xR = xRCorner + wR * dilations[0];

          if (xR < 0 || xR >= inDims[0]) {
            continue;
          }

          for (int wC = 0; wC < ${u}; wC++) {
            int xC = xCCorner + wC * dilations[1];

            if (xC < 0 || xC >= inDims[1]) {
              continue;
            }

            float xVal = getX(batch, xR, xC, d1);
            float wVal = getW(wR, wC, d1, q);
            dotProd += xVal * wVal;
          }
        }

        float result = dotProd;
        ${p}
        ${c}
        setOutput(result);
      }
    `}};var Xe=class{constructor(e,t=!1,o=null,n=!1,s=!1){this.variableNames=["x","W"],this.packedInputs=!0,this.packedOutput=!0,this.customUniforms=[{name:"pads",type:"ivec2"},{name:"strides",type:"ivec2"},{name:"dilations",type:"ivec2"},{name:"inDims",type:"ivec2"}],this.outputShape=e.outShape,this.enableShapeUniforms=O(this.outputShape.length);let i=e.outChannels/e.inChannels,u=e.padInfo.left,a=e.strideWidth,l=e.dilationWidth,c=e.filterHeight,p=e.filterWidth,f=p,d=`
      int xR; int xC; int xCOffset;
      vec4 wTexel; vec4 previous; vec4 final;`;for(let m=0;m<p;m++)d+=`
          vec4 xTexelC${m*2};
          int xTexelC${m*2}Ready;
          vec4 xTexelC${m*2+1};
          int xTexelC${m*2+1}Ready;
          vec4 xC${m};`;d+=`
    for (int r = 0; r < ${c}; r++) {
      `;for(let m=0;m<p;m++)d+=`
          xTexelC${m*2} = vec4(0.0);
          xTexelC${m*2}Ready = 0;
          xTexelC${m*2+1} = vec4(0.0);
          xTexelC${m*2+1}Ready = 0;
          xC${m} = vec4(0.0);`;d+=`
        xR = xRCorner + r * dilations[0];
        if (xR >=0 && xR < inDims[0]) {
      `;for(let m=0;m<(f+1)/2;m++){let x=m*2;if(d+=`
          xC = xCCorner + ${x*l};
          `,a===1){if(x<p&&(u%2===1?(d+=`
                xCOffset = xC + 1;
                if (xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${x}Ready == 0) {
                  xTexelC${x} = getX(batch, xR, xCOffset, d1);

                  // Need to manually clear unused channels in case
                  // we're reading from recycled texture.
                  if (xCOffset + 1 >= inDims[1]) {
                    xTexelC${x}.zw = vec2(0.0);
                  }
                  xTexelC${x}Ready = 1;
                }
              `,l===1&&x>0?d+=`
                xC${x} = vec4(xTexelC${x-2}.zw, xTexelC${x}.xy);
                `:d+=`
                  xCOffset = xC + 1 - 2;

                  if (xCOffset >= 0 && xCOffset < inDims[1]) {
                    previous = getX(batch, xR, xCOffset, d1);

                    // Need to manually clear unused channels in case
                    // we're reading from recycled texture.
                    if (xCOffset + 1 >= inDims[1]) {
                      previous.zw = vec2(0.0);
                    }

                    xC${x} = vec4(previous.zw, xTexelC${x}.xy);
                  } else {
                    xC${x} = vec4(0.0, 0.0, xTexelC${x}.xy);
                  }
                  `):d+=`
                if (xC >= 0 && xC < inDims[1] && xTexelC${x}Ready == 0) {
                  xTexelC${x} = getX(batch, xR, xC, d1);
                  if (xC + 1 >= inDims[1]) {
                    xTexelC${x}.zw = vec2(0.0);
                  }
                  xTexelC${x}Ready = 1;
                }

                xC${x} = xTexelC${x};
                `,x+1<p)){let w=u%2===0?C.nearestLargerEven(l):l;l%2===0&&u%2===1||l%2!==0&&u%2!==1?(d+=`
                  xCOffset = xC + imod(pads[1], 2) + ${w};

                  if (xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${x+1}Ready == 0) {
                    xTexelC${x+1} = getX(batch, xR, xCOffset, d1);

                    // Need to manually clear unused channels in case
                    // we're reading from recycled texture.
                    if (xCOffset + 1 >= inDims[1]) {
                      xTexelC${x+1}.zw = vec2(0.0);
                    }
                    xTexelC${x+1}Ready = 1;
                  }
                  `,l>1?d+=`
                    xCOffset -= 2;
                    if (xCOffset >= 0 && xCOffset < inDims[1]) {
                     previous = getX(batch, xR, xCOffset, d1);
                     xC${x+1} = vec4(previous.zw, xTexelC${x+1}.xy);
                    } else {
                     xC${x+1} = vec4(0.0, 0.0, xTexelC${x+1}.xy);
                    }
                    `:d+=`
                    xC${x+1} = vec4(xTexelC${x}.zw, xTexelC${x+1}.xy);
                    `):w===1?d+=`
                    xC${x+1} = xTexelC${x};
                    `:d+=`
                    xCOffset = xC + ${w};

                    if (xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${x+1}Ready == 0) {
                      xTexelC${x+1} = getX(batch, xR, xCOffset, d1);
                      if (xCOffset + 1 >= inDims[1]) {
                        xTexelC${x+1}.zw = vec2(0.0);
                      }
                      xTexelC${x+1}Ready = 1;
                    }

                    xC${x+1} = xTexelC${x+1};
                    `}}else x<p&&(u%2===1?(d+=`
                xCOffset = xC + 1 - strides[1];
                if(xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${x}Ready == 0) {
                  xTexelC${x} = getX(batch, xR, xCOffset, d1);
                  // Need to manually clear unused channels in case
                  // we're reading from recycled texture.
                  if (xCOffset + 1 >= inDims[1]) {
                    xTexelC${x}.zw = vec2(0.0);
                  }
                  xTexelC${x}Ready = 1;
                }

                if(xC + 1 >= 0 && xC + 1 < inDims[1] && xTexelC${x+1}Ready == 0) {
                  xTexelC${x+1} = getX(batch, xR, xC + 1, d1);
                  // Need to manually clear unused channels in case
                  // we're reading from recycled texture.
                  if (xC + 2 >= inDims[1]) {
                    xTexelC${x+1}.zw = vec2(0.0);
                  }
                  xTexelC${x+1}Ready = 1;
                }

                xC${x} = vec4(xTexelC${x}.zw, xTexelC${x+1}.zw);
              `,x+1<p&&(d+=`
                  final = vec4(0.0);
                  xCOffset = xC + 1 + strides[1];
                  if(xCOffset >= 0 && xCOffset < inDims[1]) {
                    final = getX(batch, xR, xCOffset, d1);
                  }
                  xC${x+1} = vec4(xTexelC${x+1}.xy, final.xy);
                `)):(d+=`
                if(xC >= 0 && xC < inDims[1] && xTexelC${x}Ready == 0) {
                  xTexelC${x} = getX(batch, xR, xC, d1);
                  if (xC + 1 >= inDims[1]) {
                    xTexelC${x}.zw = vec2(0.0);
                  }
                  xTexelC${x}Ready = 1;
                }

                xCOffset = xC + strides[1];
                if(xCOffset >= 0 && xCOffset < inDims[1] && xTexelC${x+1}Ready == 0) {
                  xTexelC${x+1} = getX(batch, xR, xCOffset, d1);
                  if (xCOffset + 1 >= inDims[1]) {
                    xTexelC${x+1}.zw = vec2(0.);
                  }
                  xTexelC${x+1}Ready = 1;
                }

                xC${x} = vec4(
                  xTexelC${x}.xy, xTexelC${x+1}.xy);
              `,x+1<p&&(d+=`
                  xC${x+1} = vec4(xTexelC${x}.zw, xTexelC${x+1}.zw);
                `)));x<p&&(d+=`
            wTexel = getW(r, ${x}, d1, q);
            dotProd += xC${x} * vec4(wTexel.xz, wTexel.xz);
          `,x+1<p&&(d+=`
              wTexel = getW(r, ${x+1}, d1, q);
              dotProd += xC${x+1} * vec4(wTexel.xz, wTexel.xz);
            `))}d+=`
    }
  `,d+=`
      }
    `;let h="",g="";o&&(n?h=`vec4 activation(vec4 a) {
          vec4 b = getPreluActivationWeightsAtOutCoords();
          ${o}
        }`:s?h=`vec4 activation(vec4 a) {
          vec4 b = getLeakyreluAlphaAtOutCoords();
          ${o}
        }`:h=`vec4 activation(vec4 x) {
          ${o}
        }`,g="result = activation(result);");let $=t?"result += getBiasAtOutCoords();":"";t&&this.variableNames.push("bias"),n&&this.variableNames.push("preluActivationWeights"),s&&this.variableNames.push("leakyreluAlpha"),this.userCode=`
      ${h}

      void main() {
        ivec4 coords = getOutputCoords();
        int batch = coords.x;
        ivec2 xRCCorner = coords.yz * strides - pads;
        int d2 = coords.w;
        int d1 = d2 / ${i};
        int q = d2 - d1 * ${i};
        int xRCorner = xRCCorner.x;
        int xCCorner = xRCCorner.y;

        //intialize dotProd with a small epsilon seems to reduce GPU accuracy loss.
        vec4 dotProd = vec4(0.000000000000001);

        ${d}

        vec4 result = dotProd - vec4(0.000000000000001);
        ${$}
        ${g}
        setOutput(result);
      }
    `}};function Hu(r){let{inputs:e,backend:t,attrs:o}=r,{x:n,filter:s}=e,{strides:i,pad:u,dilations:a,dimRoundingMode:l}=o,c=a;c==null&&(c=[1,1]),C.assert(T.eitherStridesOrDilationsAreOne(i,c),()=>`Error in depthwiseConv2d: Either strides or dilations must be 1. Got strides ${i} and dilations '${c}'`);let p=T.computeConv2DInfo(n.shape,s.shape,i,c,u,l,!0),f;v().getBool("WEBGL_PACK_DEPTHWISECONV")&&p.strideWidth<=2&&p.outChannels/p.inChannels===1?f=new Xe(p):f=new ze(p);let d=[[p.padInfo.top,p.padInfo.left],[p.strideHeight,p.strideWidth],[p.dilationHeight,p.dilationWidth],[p.inHeight,p.inWidth]];return t.runWebGLProgram(f,[n,s],"float32",d)}var pi={kernelName:eo,backendName:"webgl",kernelFunc:Hu};var qu="return (x >= 0.0) ? x : (exp(x) - 1.0);",Yu=`
  vec4 result;

  result.r = (x.r >= 0.0) ? x.r : (exp(x.r) - 1.0);
  result.g = (x.g >= 0.0) ? x.g : (exp(x.g) - 1.0);
  result.b = (x.b >= 0.0) ? x.b : (exp(x.b) - 1.0);
  result.a = (x.a >= 0.0) ? x.a : (exp(x.a) - 1.0);

  return result;
`,ju=D({opSnippet:qu,packedOpSnippet:Yu}),di={kernelName:"Elu",backendName:"webgl",kernelFunc:ju};var Zu=`
  // Error function is calculated approximately with elementary function.
  // See "Handbook of Mathematical Functions with Formulas,
  // Graphs, and Mathematical Tables", Abramowitz and Stegun.
  float p = ${T.ERF_P};
  float a1 = ${T.ERF_A1};
  float a2 = ${T.ERF_A2};
  float a3 = ${T.ERF_A3};
  float a4 = ${T.ERF_A4};
  float a5 = ${T.ERF_A5};

  float sign = sign(x);
  x = abs(x);
  float t = 1.0 / (1.0 + p * x);
  return sign * (1.0 - (((((a5*t + a4)*t) + a3)*t + a2)*t + a1)*t*exp(-x*x));
`,Ju=D({opSnippet:Zu}),fi={kernelName:"Erf",backendName:"webgl",kernelFunc:Ju};var tl=Ue+`
  return exp(x);
`,rl=`
  vec4 result = exp(x);
  bvec4 isNaN = isnan(x);
  result.r = isNaN.r ? x.r : result.r;
  result.g = isNaN.g ? x.g : result.g;
  result.b = isNaN.b ? x.b : result.b;
  result.a = isNaN.a ? x.a : result.a;

  return result;
`,kr=D({opSnippet:tl,packedOpSnippet:rl,cpuKernelImpl:ts,dtype:"float32"}),hi={kernelName:"Exp",backendName:"webgl",kernelFunc:kr};function qt(r){let{inputs:e,attrs:t,backend:o}=r,{dim:n}=t,{input:s}=e,i=s.shape.length,u=s.shape.slice(),a=n;return n<0&&(C.assert(-(i+1)<=n,()=>`Axis must be in the interval [${-(i+1)}, ${i}]`),a=i+n+1),u.splice(a,0,1),y({inputs:{x:s},backend:o,attrs:{shape:u}})}var mi={kernelName:ro,backendName:"webgl",kernelFunc:qt};var xi="return exp(x) - 1.0;",ol=D({opSnippet:xi,packedOpSnippet:xi,cpuKernelImpl:rs}),gi={kernelName:oo,backendName:"webgl",kernelFunc:ol};var Yt=class{constructor(e,t){this.outputShape=[],this.customUniforms=[{name:"value",type:"float"}],this.variableNames=["x"],this.outputShape=e,this.userCode=`
      void main() {
        // Input can be obtained from uniform value.
        setOutput(value);
      }
    `}};function Lr(r){let{backend:e,attrs:t}=r,{shape:o,value:n}=t,{dtype:s}=t;if(s=s||C.inferDtype(n),s==="string"){let i=C.getArrayFromDType(s,C.sizeFromShape(o));return i.fill(n),e.makeTensorInfo(o,s,i)}else{let i=new Yt(o,n),u=[[n]];return e.runWebGLProgram(i,[],s,u)}}var Ci={kernelName:no,backendName:"webgl",kernelFunc:Lr};function nl(r){let{inputs:e,backend:t,attrs:o}=r,{x:n,filter:s,bias:i,preluActivationWeights:u}=e,{strides:a,pad:l,dataFormat:c,dilations:p,dimRoundingMode:f,activation:d,leakyreluAlpha:h}=o,g=T.convertConv2DDataFormat(c),$=T.computeConv2DInfo(n.shape,s.shape,a,p,l,f,!1,g),m,x=[],w=i!=null,b=u!=null,S=d==="leakyrelu",A=()=>{let N=[n,s],P=(k,Q)=>{if(Q==="NCHW"&&k.shape.length===1&&k.shape[0]!==1){let ae=y({inputs:{x:k},backend:t,attrs:{shape:[k.shape[0],1,1]}});return x.push(ae),ae}return k};if(w&&N.push(P(i,c)),b&&N.push(P(u,c)),S){let k=t.makeTensorInfo([],"float32",C.createScalarValue(h,"float32"));N.push(k),x.push(k)}return N};if($.filterHeight===1&&$.filterWidth===1&&$.dilationHeight===1&&$.dilationWidth===1&&$.strideHeight===1&&$.strideWidth===1&&($.padInfo.type==="SAME"||$.padInfo.type==="VALID"))m=zt({x:n,filter:s,convInfo:$,backend:t,bias:i,activation:d,preluActivationWeights:u,leakyreluAlpha:h});else if($.strideWidth<=2&&g==="channelsLast"&&v().getBool("WEBGL_EXP_CONV")){let N=d?se(d,!0):null,P=new Ge($,w,N,b,S),k=[[$.padInfo.top,$.padInfo.left],[$.strideHeight,$.strideWidth],[$.dilationHeight,$.dilationWidth],[$.inHeight,$.inWidth]],Q=A();m=t.runWebGLProgram(P,Q,"float32",k)}else if(v().getBool("WEBGL_CONV_IM2COL"))m=Xt({x:n,filter:s,convInfo:$,backend:t,bias:i,activation:d,preluActivationWeights:u,leakyreluAlpha:h});else{let N=d?se(d,!1):null,P=new We($,w,N,b,S),k=A();m=t.runWebGLProgram(P,k,"float32")}let I=y({inputs:{x:m},backend:t,attrs:{shape:$.outShape}});return x.push(m),x.forEach(N=>t.disposeIntermediateTensorInfo(N)),I}var $i={kernelName:Ko,backendName:"webgl",kernelFunc:nl};function sl(r){let{inputs:e,backend:t,attrs:o}=r,{x:n,filter:s,bias:i,preluActivationWeights:u}=e,{strides:a,pad:l,dilations:c,dimRoundingMode:p,activation:f,leakyreluAlpha:d}=o,h=[],g=c;g==null&&(g=[1,1]),C.assert(T.eitherStridesOrDilationsAreOne(a,g),()=>`Error in depthwiseConv2d: Either strides or dilations must be 1. Got strides ${a} and dilations '${g}'`);let $=T.computeConv2DInfo(n.shape,s.shape,a,g,l,p,!0),m=v().getBool("WEBGL_PACK_DEPTHWISECONV")&&$.strideWidth<=2&&$.outChannels/$.inChannels===1,x=f?se(f,m):null,w=[n,s],b=i!=null,S=u!=null,A=f==="leakyrelu";if(b&&w.push(i),S&&w.push(u),A){let k=t.makeTensorInfo([],"float32",C.createScalarValue(d,"float32"));w.push(k),h.push(k)}let I;m?I=new Xe($,b,x,S,A):I=new ze($,b,x,S,A);let N=[[$.padInfo.top,$.padInfo.left],[$.strideHeight,$.strideWidth],[$.dilationHeight,$.dilationWidth],[$.inHeight,$.inWidth]],P=t.runWebGLProgram(I,w,"float32",N);return h.forEach(k=>t.disposeIntermediateTensorInfo(k)),P}var vi={kernelName:qo,backendName:"webgl",kernelFunc:sl};var jt=class{constructor(e,t){this.variableNames=["A","indices"],this.outputShape=t,this.rank=t.length;let o=F(this.rank),n=il(e,2);this.userCode=`
      void main() {
        ${o} resRC = getOutputCoords();
        int index = int(getIndices(resRC.x, resRC.z));
        float inBounds = (index >= 0) && (index < ${e[2]}) ? 1.0 : 0.0;
        setOutput(inBounds * getA(${n}));
      }
    `}};function il(r,e){let t=["resRC.x","resRC.y","resRC.z","resRC.w"],o=[];for(let n=0;n<r.length;n++)n===2?o.push("index"):o.push(`${t[n]}`);return o.join()}function al(r){let{inputs:e,backend:t,attrs:o}=r,{x:n,indices:s}=e,{axis:i,batchDims:u}=o,a=C.parseAxisParam(i,n.shape)[0];if(v().get("DEBUG")){let x=t.readSync(s.dataId),w=n.shape[a];for(let b=0;b<x.length;++b){let S=x[b];C.assert(S<=w-1&&S>=0,()=>`GatherV2: the index value ${S} is not in [0, ${w-1}]`)}}let l=T.segment_util.collectGatherOpShapeInfo(n,s,a,u),c=C.sizeFromShape(s.shape),p=[],f=y({inputs:{x:n},backend:t,attrs:{shape:[l.batchSize,l.outerSize,l.dimSize,l.sliceSize]}}),d=y({inputs:{x:s},backend:t,attrs:{shape:[l.batchSize,c/l.batchSize]}});p.push(f),p.push(d);let h=[l.batchSize,l.outerSize,c/l.batchSize,l.sliceSize];if(t.shouldExecuteOnCPU([n,s])||n.dtype==="string"){let x=t.bufferSync(d),w=t.bufferSync(f),b=os(w,x,h);return p.forEach(S=>t.disposeIntermediateTensorInfo(S)),t.makeTensorInfo(l.outputShape,b.dtype,b.values)}let g=new jt(f.shape,h),$=t.runWebGLProgram(g,[f,d],f.dtype);p.push($);let m=y({inputs:{x:$},backend:t,attrs:{shape:l.outputShape}});return p.forEach(x=>t.disposeIntermediateTensorInfo(x)),m}var Ti={kernelName:so,backendName:"webgl",kernelFunc:al};var ul="return float(a > b);",ll=`
  return vec4(greaterThan(a, b));
`,cl=L({opSnippet:ul,packedOpSnippet:ll,cpuKernelImpl:ns,dtype:"bool"}),bi={kernelName:io,backendName:"webgl",kernelFunc:cl};var pl="return float(a >= b);",dl=`
  return vec4(greaterThanEqual(a, b));
`,fl=L({opSnippet:pl,packedOpSnippet:dl,dtype:"bool",cpuKernelImpl:ss}),Ri={kernelName:ao,backendName:"webgl",kernelFunc:fl};var hl="return float(a < b);",ml=`
  return vec4(lessThan(a, b));
`,xl=L({opSnippet:hl,packedOpSnippet:ml,cpuKernelImpl:is,dtype:"bool"}),Ei={kernelName:co,backendName:"webgl",kernelFunc:xl};var gl="return float(a <= b);",Cl=`
  return vec4(lessThanEqual(a, b));
`,$l=L({opSnippet:gl,packedOpSnippet:Cl,cpuKernelImpl:as,dtype:"bool"}),Si={kernelName:po,backendName:"webgl",kernelFunc:$l};var Tl=Ue+`
  return x < 0.0 ? 0./0. : log(x);
`,bl=`
  vec4 result = log(x);
  bvec4 isNaN = isnan(x);
  result.r = isNaN.r ? x.r : (x.r < 0.0 ? 0./0. : result.r);
  result.g = isNaN.g ? x.g : (x.g < 0.0 ? 0./0. : result.g);
  result.b = isNaN.b ? x.b : (x.b < 0.0 ? 0./0. : result.b);
  result.a = isNaN.a ? x.a : (x.a < 0.0 ? 0./0. : result.a);
  return result;
`,Rl=D({opSnippet:Tl,packedOpSnippet:bl,cpuKernelImpl:us}),wi={kernelName:"Log",backendName:"webgl",kernelFunc:Rl};function yi(r,e,t,o){let n=C.sizeFromShape(e),i=C.sizeFromShape(r.shape)/n,u=y({inputs:{x:r},attrs:{shape:[i,n]},backend:o}),a=te(u,r.dtype,"max",o),l=y({inputs:{x:a},attrs:{shape:t},backend:o});return o.disposeIntermediateTensorInfo(u),o.disposeIntermediateTensorInfo(a),l}function Ur(r){let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{reductionIndices:s,keepDims:i}=o,u=n.shape.length,a=C.parseAxisParam(s,n.shape),l=a,c=T.getAxesPermutation(l,u),p=c!=null,f=t.shouldExecuteOnCPU([n]),d=n;if(p){if(f){let w=t.texData.get(d.dataId).values,b=new Array(u);for(let I=0;I<b.length;I++)b[I]=n.shape[c[I]];let S=Re(w,n.shape,n.dtype,c,b);d=t.makeTensorInfo(b,n.dtype);let A=t.texData.get(d.dataId);A.values=S}else d=me(n,c,t);l=T.getInnerMostAxes(l.length,u)}T.assertAxesAreInnerMostDims("max",l,u);let[h,g]=T.computeOutAndReduceShapes(d.shape,l),$=h;i&&($=T.expandShapeToKeepDim(h,a));let m;if(f){let w=t.texData.get(d.dataId).values,b=ls(w,C.sizeFromShape(g),$,n.dtype);m=t.makeTensorInfo($,n.dtype);let S=t.texData.get(m.dataId);S.values=b}else m=yi(d,g,$,t);return p&&t.disposeIntermediateTensorInfo(d),m}var _i={kernelName:"Max",backendName:"webgl",kernelFunc:Ur};function Sl(r){let{inputs:e,backend:t,attrs:o}=r,{x:n}=e;ft(n,"maxPool");let{filterSize:s,strides:i,pad:u,dimRoundingMode:a}=o,l=1;C.assert(T.eitherStridesOrDilationsAreOne(i,l),()=>`Error in maxPool: Either strides or dilations must be 1. Got strides ${i} and dilations '${l}'`);let c=T.computePool2DInfo(n.shape,s,i,l,u,a);if(c.filterWidth===1&&c.filterHeight===1&&C.arraysEqual(c.inShape,c.outShape))return B({inputs:{x:n},backend:t});let p=new Be(c,"max",!1);return t.runWebGLProgram(p,[n],n.dtype)}var Ii={kernelName:ho,backendName:"webgl",kernelFunc:Sl};var wl=yt+`
  return max(a, b);
`,yl=`
  vec4 result = vec4(max(a, b));
  bvec4 isNaNA = isnan(a);
  bvec4 isNaNB = isnan(b);
  bvec4 isNaN = bvec4(isNaNA.x || isNaNB.x, isNaNA.y || isNaNB.y, isNaNA.z || isNaNB.z, isNaNA.w || isNaNB.w);
  `+Le+`
  return result;
`,_l=L({opSnippet:wl,packedOpSnippet:yl,cpuKernelImpl:cs}),Ni={kernelName:fo,backendName:"webgl",kernelFunc:_l};function Ai(r,e,t,o){let n=C.sizeFromShape(e),i=C.sizeFromShape(r.shape)/n,u=y({inputs:{x:r},attrs:{shape:[i,n]},backend:o}),a=te(u,"float32","mean",o),l=y({inputs:{x:a},attrs:{shape:t},backend:o});return o.disposeIntermediateTensorInfo(u),o.disposeIntermediateTensorInfo(a),l}var Fi={kernelName:mo,backendName:"webgl",kernelFunc:({inputs:r,attrs:e,backend:t})=>{let{x:o}=r,{keepDims:n,axis:s}=e,i=t,u=o.shape.length,a=C.parseAxisParam(s,o.shape),l=a,c=T.getAxesPermutation(l,u),p=c!=null,f=i.shouldExecuteOnCPU([o]),d=[],h=o;if(p){if(f){let b=i.texData.get(h.dataId).values,S=new Array(u);for(let N=0;N<S.length;N++)S[N]=o.shape[c[N]];let A=Re(b,o.shape,o.dtype,c,S);h=i.makeTensorInfo(S,o.dtype);let I=i.texData.get(h.dataId);I.values=A}else h=me(o,c,i);d.push(h),l=T.getInnerMostAxes(l.length,u)}T.assertAxesAreInnerMostDims("sum",l,u);let[g,$]=T.computeOutAndReduceShapes(h.shape,l),m=g;n&&(m=T.expandShapeToKeepDim(g,a));let x=Ai(h,$,m,i);for(let w of d)i.disposeIntermediateTensorInfo(w);return x}};function Nl(r){let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{axis:s,keepDims:i}=o,u=n.shape.length,a=C.parseAxisParam(s,n.shape),l=a,c=T.getAxesPermutation(l,u),p=n;c!=null&&(p=q({inputs:{x:n},backend:t,attrs:{perm:c}}),l=T.getInnerMostAxes(l.length,n.shape.length)),T.assertAxesAreInnerMostDims("min",l,u);let[f,d]=T.computeOutAndReduceShapes(p.shape,l),h=C.sizeFromShape(d),g=y({inputs:{x:p},backend:t,attrs:{shape:[-1,h]}}),$=te(g,g.dtype,"min",t),m;if(i){let x=T.expandShapeToKeepDim(f,a);m=y({inputs:{x:$},backend:t,attrs:{shape:x}})}else m=y({inputs:{x:$},backend:t,attrs:{shape:f}});return t.disposeIntermediateTensorInfo(g),t.disposeIntermediateTensorInfo($),c!=null&&t.disposeIntermediateTensorInfo(p),m}var Oi={kernelName:"Min",backendName:"webgl",kernelFunc:Nl};var Al=yt+`
  return min(a, b);
`,Fl=`
  vec4 result = vec4(min(a, b));
  bvec4 isNaNA = isnan(a);
  bvec4 isNaNB = isnan(b);
  bvec4 isNaN = bvec4(isNaNA.x || isNaNB.x, isNaNA.y || isNaNB.y, isNaNA.z || isNaNB.z, isNaNA.w || isNaNB.w);
  `+Le+`
  return result;
`,Ol=L({opSnippet:Al,packedOpSnippet:Fl,cpuKernelImpl:ps}),Di={kernelName:xo,backendName:"webgl",kernelFunc:Ol};var Qt=class{constructor(e,t,o){this.variableNames=["x"],this.outputShape=t.map((c,p)=>c[0]+e[p]+c[1]);let n=e.length,s=F(n),i=t.map(c=>c[0]).join(","),u=t.map((c,p)=>c[0]+e[p]).join(","),a=["coords[0]","coords[1]","coords[2]","coords[3]"].slice(0,n),l=o==="reflect"?0:1;if(n===1){this.userCode=`
        int start = ${i};
        int end = ${u};

        void main() {
          int outC = getOutputCoords();
          if (outC < start) {
            outC = start * 2 - outC - ${l};
          } else if(outC >= end) {
            outC = (end - 1) * 2 - outC + ${l};
          }
          setOutput(getX(outC - start));
        }
      `;return}this.userCode=`
      ${s} start = ${s}(${i});
      ${s} end = ${s}(${u});

      void main() {
        ${s} outC = getOutputCoords();
        for (int i = 0; i < ${n}; i++) {
          if (outC[i] < start[i]) {
            outC[i] = start[i] * 2 - outC[i] - ${l};
          } else if(outC[i] >= end[i]) {
            outC[i] = (end[i] - 1) * 2 - outC[i] + ${l};
          }
        }
        ${s} coords = outC - start;
        setOutput(getX(${a}));
      }
    `}};var Zt=class{constructor(e,t,o){this.variableNames=["x"],this.packedInputs=!0,this.packedOutput=!0,this.outputShape=t.map((h,g)=>h[0]+e[g]+h[1]);let n=e.length,s=F(n),i=t.map(h=>h[0]).join(","),u=t.map((h,g)=>h[0]+e[g]).join(","),a=M("rc",n),l=M("source",n),c=`${a[n-1]} < ${this.outputShape[n-1]}`,p=n===1?"source":`vec2(${l.slice(-2).join()})`,f=o==="reflect"?0:1,d="";if(n===1){let h=`
        ${s} source = rc;
        if (source < start) {
          source = start * 2 - source - ${f};
        } else if (source >= end) {
          source = (end - 1) * 2 - source + ${f};
        }
        source -= start;
      `;d=`
        ${s} rc = outputLoc;
        ${h}
        result[0] = getChannel(getX(${l.join()}), ${p});
        ${a[n-1]} += 1;
        if(${c}) {
          ${h}
          result[1] = getChannel(getX(${l.join()}), ${p});
        }
      `}else{let h=`
        ${s} source = rc;
        ${s} lt = ${s}(lessThan(source, start));
        ${s} gte = ${s}(greaterThanEqual(source, end));
        ${s} orig = 1 - (lt + gte);
        source = orig * source +
                lt * (start * 2 - source - ${f}) +
                gte * ((end - 1) * 2 - source + ${f});
        source -= start;
      `;d=`
        ${s} rc = outputLoc;
        ${h}
        result[0] = getChannel(getX(${l.join()}), ${p});
        ${a[n-1]} += 1;
        if(${c}) {
          ${h}
          result[1] = getChannel(getX(${l.join()}), ${p});
        }
        rc = outputLoc;
        ${a[n-2]} += 1;
        if(${a[n-2]} < ${this.outputShape[n-2]}) {
          ${h}
          result[2] = getChannel(getX(${l.join()}), ${p});
          ${a[n-1]} += 1;
          if(${c}) {
            ${h}
            result[3] = getChannel(getX(${l.join()}), ${p});
          }
        }
      `}this.userCode=`
      const ${s} start = ${s}(${i});
      const ${s} end = ${s}(${u});

      void main() {
        ${s} outputLoc = getOutputCoords();
        vec4 result = vec4(0.);
        ${d}
        setOutput(result);
      }
    `}};var Dl=({inputs:r,backend:e,attrs:t})=>{let{x:o}=r,{paddings:n,mode:s}=t,i=v().getBool("WEBGL_PACK_ARRAY_OPERATIONS")?new Zt(o.shape,n,s):new Qt(o.shape,n,s);return e.runWebGLProgram(i,[o],o.dtype)},Pi={kernelName:go,backendName:"webgl",kernelFunc:Dl};var kl=fe+`
  return -x;
`,Ll=`
  vec4 result = -x;
  bvec4 isNaN = isnan(x);

  result.r = isNaN.r ? x.r : result.r;
  result.g = isNaN.g ? x.g : result.g;
  result.b = isNaN.b ? x.b : result.b;
  result.a = isNaN.a ? x.a : result.a;

  return result;
`;function Ul(r){let{inputs:e,backend:t}=r,{x:o}=e;if(t.shouldExecuteOnCPU([o])){let s=t.texData.get(o.dataId),[i,u]=fs(s.values,o.shape,o.dtype);return t.makeTensorInfo(u,o.dtype,i)}let n;return v().getBool("WEBGL_PACK_UNARY_OPERATIONS")?n=new z(o.shape,Ll):n=new W(o.shape,kl),t.runWebGLProgram(n,[o],o.dtype)}var ki={kernelName:"Neg",backendName:"webgl",kernelFunc:Ul};function Bl(r){let{inputs:e,backend:t,attrs:o}=r,{axis:n}=o;if(e.length===1)return qt({inputs:{input:e[0]},backend:t,attrs:{dim:n}});let s=e[0].shape,i=e[0].dtype;e.forEach(c=>{C.assertShapesMatch(s,c.shape,"All tensors passed to stack must have matching shapes"),C.assert(i===c.dtype,()=>"All tensors passed to stack must have matching dtypes")});let u=[],a=e.map(c=>{let p=qt({inputs:{input:c},backend:t,attrs:{dim:n}});return u.push(p),p}),l=Pr({inputs:a,backend:t,attrs:{axis:n}});return u.forEach(c=>t.disposeIntermediateTensorInfo(c)),l}var Li={kernelName:$o,backendName:"webgl",kernelFunc:Bl};var Jt=class{constructor(e,t,o){this.variableNames=["x"],this.customUniforms=[{name:"value",type:"float"}],this.outputShape=t.map((l,c)=>l[0]+e[c]+l[1]);let n=e.length,s=F(n),i=t.map(l=>l[0]).join(","),u=t.map((l,c)=>l[0]+e[c]).join(","),a=["coords[0]","coords[1]","coords[2]","coords[3]"].slice(0,n);if(n===1){this.userCode=`
        int start = ${i};
        int end = ${u};

        void main() {
          int outC = getOutputCoords();
          if (outC < start || outC >= end) {
            setOutput(value);
          } else {
            setOutput(getX(outC - start));
          }
        }
      `;return}this.userCode=`
      ${s} start = ${s}(${i});
      ${s} end = ${s}(${u});

      void main() {
        ${s} outC = getOutputCoords();
        if (any(lessThan(outC, start)) || any(greaterThanEqual(outC, end))) {
          setOutput(value);
        } else {
          ${s} coords = outC - start;
          setOutput(getX(${a}));
        }
      }
    `}};var er=class{constructor(e,t,o){this.variableNames=["x"],this.packedInputs=!0,this.packedOutput=!0,this.customUniforms=[{name:"value",type:"float"}],this.outputShape=t.map((g,$)=>g[0]+e[$]+g[1]);let n=e.length,s=F(n),i=t.map(g=>g[0]).join(","),u=t.map((g,$)=>g[0]+e[$]).join(","),a=M("rc",n),l=M("source",n),c=`${a[n-1]} < ${this.outputShape[n-1]}`,p=n===1?"source":`vec2(${l.slice(-2).join()})`,f=[`${s} rc = outputLoc;`,`${a[n-1]} += 1;
       if(${c}) {
      `,n===1?"":`}
       rc = outputLoc;
       ${a[n-2]} += 1;
       if(${a[n-2]} < ${this.outputShape[n-2]}) {`,n===1?"":`  ${a[n-1]} += 1;
         if(${c}) {`],d=n===1?"rc < start || rc >= end":"any(lessThan(rc, start)) || any(greaterThanEqual(rc, end))",h="";for(let g=0,$=n===1?2:4;g<$;g++)h+=`
        ${f[g]}
        if (${d}) {
          result[${g}] = float(value);
        } else {
          ${s} source = rc - start;
          result[${g}] = getChannel(getX(${l.join()}), ${p});
        }
      `;h+=n===1?"} ":"}}",this.userCode=`
      const ${s} start = ${s}(${i});
      const ${s} end = ${s}(${u});

      void main() {
        ${s} outputLoc = getOutputCoords();
        vec4 result = vec4(0.);
        ${h}
        setOutput(result);
      }
    `}};var Br=r=>{let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{paddings:s,constantValue:i}=o;if(C.sizeFromShape(n.shape)===0){let l=s.map((c,p)=>c[0]+n.shape[p]+c[1]);return Lr({backend:t,attrs:{shape:l,value:i,dtype:n.dtype}})}let u=v().getBool("WEBGL_PACK_ARRAY_OPERATIONS")?new er(n.shape,s,i):new Jt(n.shape,s,i),a=[[i]];return t.runWebGLProgram(u,[n],n.dtype,a)},Ui={kernelName:vo,backendName:"webgl",kernelFunc:Br};var Ml=`
  if(a < 0.0 && floor(b) < b){
    return NAN;
  }
  if (b == 0.0) {
    return 1.0;
  }
  return (round(mod(b, 2.0)) != 1) ?
      pow(abs(a), b) : sign(a) * pow(abs(a), b);
`,Wl=`
  // isModRound1 has 1 for components with round(mod(b, 2.0)) == 1, 0 otherwise.
  vec4 isModRound1 = vec4(equal(round(mod(b, 2.0)), ivec4(1)));
  vec4 multiplier = sign(a) * isModRound1 + (vec4(1.0) - isModRound1);
  vec4 result = multiplier * pow(abs(a), b);

  // Ensure that a^0 = 1, including 0^0 = 1 as this correspond to TF and JS
  bvec4 isExpZero = equal(b, vec4(0.0));
  result.r = isExpZero.r ? 1.0 : result.r;
  result.g = isExpZero.g ? 1.0 : result.g;
  result.b = isExpZero.b ? 1.0 : result.b;
  result.a = isExpZero.a ? 1.0 : result.a;

  bvec4 isNaN1 = lessThan(a, vec4(0.0));
  bvec4 isNaN2 = lessThan(floor(b), b);
  bvec4 isNaN = bvec4(isNaN1.x && isNaN2.x, isNaN1.y && isNaN2.y, isNaN1.z && isNaN2.z, isNaN1.w && isNaN2.w);
  `+Le+`
  return result;
`,Gl=L({opSnippet:Ml,packedOpSnippet:Wl}),Bi={kernelName:"Pow",backendName:"webgl",kernelFunc:Gl};function zl(r){let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{axis:s,keepDims:i}=o,u=n.shape.length,a=[],l=C.parseAxisParam(s,n.shape),c=l,p=T.getAxesPermutation(c,u),f=n;p!=null&&(f=q({inputs:{x:n},backend:t,attrs:{perm:p}}),c=T.getInnerMostAxes(c.length,u),a.push(f)),T.assertAxesAreInnerMostDims("prod",c,u);let d;if(t.shouldExecuteOnCPU([f])){let h=t.texData.get(f.dataId).values,{outVals:g,outShape:$,outDtype:m}=ms(f.shape,f.dtype,h,c);d=t.makeTensorInfo($,m,g)}else{let[h,g]=T.computeOutAndReduceShapes(f.shape,c),$=C.sizeFromShape(g),m=y({inputs:{x:f},backend:t,attrs:{shape:[-1,$]}}),x=ut(n.dtype),w=te(m,x,"prod",t);d=y({inputs:{x:w},backend:t,attrs:{shape:h}}),a.push(m),a.push(w)}if(i){a.push(d);let h=T.expandShapeToKeepDim(d.shape,l);d=y({inputs:{x:d},backend:t,attrs:{shape:h}})}return a.forEach(h=>t.disposeIntermediateTensorInfo(h)),d}var Vi={kernelName:bo,backendName:"webgl",kernelFunc:zl};var Xl=`
if (a == b) {
  return 1.0;
};
return a / b;`,Hl=`
  // vec4 one = vec4(equal(a, b));
  // return one + (vec4(1.0) - one) * a / b;
  vec4 result = a / b;
  if(a.x == b.x) {
    result.x = 1.;
  }
  if(a.y == b.y) {
    result.y = 1.;
  }
  if(a.z == b.z) {
    result.z = 1.;
  }
  if(a.w == b.w) {
    result.w = 1.;
  }

  return result;
`,Vr=L({opSnippet:Xl,packedOpSnippet:Hl,checkOutOfBounds:!0}),Mi={kernelName:to,backendName:"webgl",kernelFunc:Vr};var Kl=fe+`
  return (x < 0.0) ? 0.0 : x;
`,ql=`
  vec4 result = x * vec4(greaterThanEqual(x, vec4(0.0)));
  bvec4 isNaN = isnan(x);

  result.r = isNaN.r ? x.r : result.r;
  result.g = isNaN.g ? x.g : result.g;
  result.b = isNaN.b ? x.b : result.b;
  result.a = isNaN.a ? x.a : result.a;

  return result;
`,Yl=D({opSnippet:Kl,packedOpSnippet:ql}),Wi={kernelName:Ro,backendName:"webgl",kernelFunc:Yl};var jl=fe+`
  return (x < 0.0) ? 0.0 : min(6.0, x);
`,Ql=`
  vec4 result = min(x, vec4(6.)) * vec4(greaterThanEqual(x, vec4(0.0)));
  bvec4 isNaN = isnan(x);

  result.r = isNaN.r ? x.r : result.r;
  result.g = isNaN.g ? x.g : result.g;
  result.b = isNaN.b ? x.b : result.b;
  result.a = isNaN.a ? x.a : result.a;

  return result;
`,Zl=D({opSnippet:jl,packedOpSnippet:Ql}),Gi={kernelName:yo,backendName:"webgl",kernelFunc:Zl};var tr=class{constructor(e,t,o,n,s){this.variableNames=["A"],this.outputShape=[];let[i,u,a,l]=e;this.outputShape=[i,t,o,l];let c=[n&&t>1?u-1:u,n&&o>1?a-1:a],p=[n&&t>1?t-1:t,n&&o>1?o-1:o],f;s?f="(vec2(yRC) + vec2(0.5)) * effectiveInputOverOutputRatioRC - vec2(0.5)":f="vec2(yRC) * effectiveInputOverOutputRatioRC",this.userCode=`
      const vec2 effectiveInputOverOutputRatioRC = vec2(
          ${c[0]/p[0]},
          ${c[1]/p[1]});
      const vec2 inputShapeRC = vec2(${u}.0, ${a}.0);

      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords[0];
        int d = coords[3];
        ivec2 yRC = coords.yz;

        // Fractional source index.
        vec2 sourceFracIndexRC = ${f};

        // Compute the four integer indices.
        ivec2 sourceFloorRC = ivec2(max(sourceFracIndexRC, vec2(0.0)));
        ivec2 sourceCeilRC = ivec2(
          min(inputShapeRC - 1.0, ceil(sourceFracIndexRC)));

        float topLeft = getA(b, sourceFloorRC.x, sourceFloorRC.y, d);
        float bottomLeft = getA(b, sourceCeilRC.x, sourceFloorRC.y, d);
        float topRight = getA(b, sourceFloorRC.x, sourceCeilRC.y, d);
        float bottomRight = getA(b, sourceCeilRC.x, sourceCeilRC.y, d);

        vec2 fracRC = sourceFracIndexRC - vec2(sourceFloorRC);

        float top = topLeft + (topRight - topLeft) * fracRC.y;
        float bottom = bottomLeft + (bottomRight - bottomLeft) * fracRC.y;
        float newValue = top + (bottom - top) * fracRC.x;

        setOutput(newValue);
      }
    `}};var rr=class{constructor(e,t,o,n,s){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0,this.outputShape=[];let[i,u,a,l]=e;this.outputShape=[i,t,o,l];let c=[n&&t>1?u-1:u,n&&o>1?a-1:a],p=[n&&t>1?t-1:t,n&&o>1?o-1:o],f;s?f="(vec3(yRC) + vec3(0.5)) * effectiveInputOverOutputRatioRC - vec3(0.5)":f="vec3(yRC) * effectiveInputOverOutputRatioRC",this.userCode=`
      const vec3 effectiveInputOverOutputRatioRC = vec3(
          ${c[0]/p[0]},
          ${c[1]/p[1]},
          ${c[1]/p[1]});
      const vec3 inputShapeRC = vec3(${u}.0, ${a}.0,
                                     ${a}.0);

      float getAValue(int b, int r, int c, int d) {
        return getChannel(getA(b, r, c, d), vec2(c, d));
      }

      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords[0];
        int d = coords[3];
        // Calculate values for next column in yRC.z.
        ivec3 yRC = coords.yzz + ivec3(0, 0, 1);

        // Fractional source index.
        vec3 sourceFracIndexRC = ${f};

        // Compute the four integer indices.
        ivec3 sourceFloorRC = ivec3(max(sourceFracIndexRC, vec3(0.0)));
        ivec3 sourceCeilRC = ivec3(
          min(inputShapeRC - 1.0, ceil(sourceFracIndexRC)));

        // Should we calculate next column and row elements in 2x2 packed cell.
        bool hasNextCol = d < ${l-1};
        bool hasNextRow = coords.z < ${o-1};

        // In parallel, construct four corners for all four components in
        // packed 2x2 cell.
        vec4 topLeft = vec4(
          getAValue(b, sourceFloorRC.x, sourceFloorRC.y, d),
          hasNextCol ? getAValue(b, sourceFloorRC.x, sourceFloorRC.y, d + 1)
                     : 0.0,
          hasNextRow ? getAValue(b, sourceFloorRC.x, sourceFloorRC.z, d)
                     : 0.0,
          (hasNextRow && hasNextCol) ?
            getAValue(b, sourceFloorRC.x, sourceFloorRC.z, d + 1) : 0.0);

        vec4 bottomLeft = vec4(
          getAValue(b, sourceCeilRC.x, sourceFloorRC.y, d),
          hasNextCol ? getAValue(b, sourceCeilRC.x, sourceFloorRC.y, d + 1)
                     : 0.0,
          hasNextRow ? getAValue(b, sourceCeilRC.x, sourceFloorRC.z, d)
                     : 0.0,
          (hasNextRow && hasNextCol) ?
            getAValue(b, sourceCeilRC.x, sourceFloorRC.z, d + 1) : 0.0);

        vec4 topRight = vec4(
          getAValue(b, sourceFloorRC.x, sourceCeilRC.y, d),
          hasNextCol ? getAValue(b, sourceFloorRC.x, sourceCeilRC.y, d + 1)
                     : 0.0,
          hasNextRow ? getAValue(b, sourceFloorRC.x, sourceCeilRC.z, d)
                     : 0.0,
          (hasNextRow && hasNextCol) ?
            getAValue(b, sourceFloorRC.x, sourceCeilRC.z, d + 1) : 0.0);

        vec4 bottomRight = vec4(
          getAValue(b, sourceCeilRC.x, sourceCeilRC.y, d),
          hasNextCol ? getAValue(b, sourceCeilRC.x, sourceCeilRC.y, d + 1)
                     : 0.0,
          hasNextRow ? getAValue(b, sourceCeilRC.x, sourceCeilRC.z, d)
                     : 0.0,
          (hasNextRow && hasNextCol) ?
            getAValue(b, sourceCeilRC.x, sourceCeilRC.z, d + 1) : 0.0);

        vec3 fracRC = sourceFracIndexRC - vec3(sourceFloorRC);

        vec4 top = mix(topLeft, topRight, fracRC.yyzz);
        vec4 bottom = mix(bottomLeft, bottomRight, fracRC.yyzz);
        vec4 newValue = mix(top, bottom, fracRC.x);

        setOutput(newValue);
      }
    `}};function Jl(r){let{inputs:e,backend:t,attrs:o}=r,{images:n}=e,{alignCorners:s,halfPixelCenters:i,size:u}=o,[a,l]=u,c=v().getBool("WEBGL_PACK_IMAGE_OPERATIONS")?new rr(n.shape,a,l,s,i):new tr(n.shape,a,l,s,i);return t.runWebGLProgram(c,[n],"float32")}var zi={kernelName:wo,backendName:"webgl",kernelFunc:Jl};var or=class{constructor(e,t,o,n,s){this.variableNames=["A"],this.outputShape=[];let[i,u,a,l]=e;this.outputShape=[i,t,o,l];let c=[n&&t>1?u-1:u,n&&o>1?a-1:a],p=[n&&t>1?t-1:t,n&&o>1?o-1:o],f=n?"0.5":"0.0",d;s?d="max((vec2(yRC) + vec2(0.5)) * effectiveInputOverOutputRatioRC, vec2(0.0))":d="vec2(yRC) * effectiveInputOverOutputRatioRC",this.userCode=`
      const vec2 effectiveInputOverOutputRatioRC = vec2(
          ${c[0]/p[0]},
          ${c[1]/p[1]});
      const vec2 inputShapeRC = vec2(${u}.0, ${a}.0);

      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords[0];
        int d = coords[3];
        ivec2 yRC = coords.yz;

        // Fractional source index.
        vec2 sourceFracIndexRC = ${d};

        // Compute the coordinators of nearest neighbor point.
        ivec2 sourceNearestRC = ivec2(
          min(inputShapeRC - 1.0, floor(sourceFracIndexRC + ${f})));
        float newValue = getA(b, sourceNearestRC.x, sourceNearestRC.y, d);

        setOutput(newValue);
      }
    `}};var nr=class{constructor(e,t,o,n,s){this.variableNames=["A"],this.packedInputs=!0,this.packedOutput=!0,this.outputShape=[];let[i,u,a,l]=e;this.outputShape=[i,t,o,l];let c=[n&&t>1?u-1:u,n&&o>1?a-1:a],p=[n&&t>1?t-1:t,n&&o>1?o-1:o],f=n?"0.5":"0.0",d;s?d="max((vec3(yRC) + vec3(0.5)) * effectiveInputOverOutputRatioRC, vec3(0.0))":d="vec3(yRC) * effectiveInputOverOutputRatioRC",this.userCode=`
      const vec3 effectiveInputOverOutputRatioRC = vec3(
          ${c[0]/p[0]},
          ${c[1]/p[1]},
          ${c[1]/p[1]});
      const vec3 inputShapeRC = vec3(${u}.0, ${a}.0,
                                     ${a}.0);

      float getAValue(int b, int r, int c, int d) {
        return getChannel(getA(b, r, c, d), vec2(c, d));
      }

      void main() {
        ivec4 coords = getOutputCoords();
        int b = coords[0];
        int d = coords[3];
        // Calculate values for next column in yRC.z.
        ivec3 yRC = coords.yzz + ivec3(0, 0, 1);

        // Fractional source index.
        vec3 sourceFracIndexRC = ${d};

        // Compute the coordinators of nearest neighbor point.
        ivec3 sourceNearestRC = ivec3(
          min(inputShapeRC - 1.0, floor(sourceFracIndexRC + ${f})));

        // Should we calculate next column and row elements in 2x2 packed cell.
        bool hasNextCol = d < ${l-1};
        bool hasNextRow = coords.z < ${o-1};

        vec4 newValue = vec4(
          getAValue(b, sourceNearestRC.x, sourceNearestRC.y, d),
          hasNextCol ? getAValue(b, sourceNearestRC.x, sourceNearestRC.y, d + 1)
                     : 0.0,
          hasNextRow ? getAValue(b, sourceNearestRC.x, sourceNearestRC.z, d)
                     : 0.0,
          (hasNextRow && hasNextCol) ?
            getAValue(b, sourceNearestRC.x, sourceNearestRC.z, d + 1) : 0.0);

        setOutput(newValue);
      }
    `}};function ec(r){let{inputs:e,backend:t,attrs:o}=r,{images:n}=e,{alignCorners:s,halfPixelCenters:i,size:u}=o,[a,l]=u,c=v().getBool("WEBGL_PACK_IMAGE_OPERATIONS")?new nr(n.shape,a,l,s,i):new or(n.shape,a,l,s,i);return t.runWebGLProgram(c,[n],n.dtype)}var Xi={kernelName:So,backendName:"webgl",kernelFunc:ec};var tc="return inversesqrt(x);",rc=D({opSnippet:tc,cpuKernelImpl:xs}),Hi={kernelName:_o,backendName:"webgl",kernelFunc:rc};var sr=class{constructor(e,t,o){this.variableNames=["c","a","b"],this.outputShape=t;let n,s;if(o>4)throw Error(`Where for rank ${o} is not yet supported`);if(o===1)s="resRC",n="resRC";else{let u=["resRC.x","resRC.y","resRC.z","resRC.w"],a=[],l=[];for(let c=0;c<t.length;c++)l.push(`${u[c]}`),c<e&&a.push(`${u[c]}`);n=a.join(),s=l.join()}let i=F(o);this.userCode=`
      void main() {
        ${i} resRC = getOutputCoords();
        float cVal = getC(${n});
        if (cVal >= 1.0) {
          setOutput(getA(${s}));
        } else {
          setOutput(getB(${s}));
        }
      }
    `}};function oc(r){let{inputs:e,backend:t}=r,{condition:o,t:n,e:s}=e,i=new sr(o.shape.length,n.shape,n.shape.length);return t.runWebGLProgram(i,[o,n,s],re(n.dtype,s.dtype))}var Ki={kernelName:Io,backendName:"webgl",kernelFunc:oc};var nc=`
  // Stable and Attracting Fixed Point (0, 1) for Normalized Weights.
  // see: https://arxiv.org/abs/1706.02515
  float scaleAlpha = ${T.SELU_SCALEALPHA};
  float scale = ${T.SELU_SCALE};
  return (x >= 0.0) ? scale * x : scaleAlpha * (exp(x) - 1.0);
`,sc=D({opSnippet:nc}),qi={kernelName:No,backendName:"webgl",kernelFunc:sc};var ic=Ue+`
  return 1.0 / (1.0 + exp(-1.0 * x));
`,ac=`
  vec4 result = 1.0 / (1.0 + exp(-1.0 * x));
  bvec4 isNaN = isnan(x);

  result.r = isNaN.r ? x.r : result.r;
  result.g = isNaN.g ? x.g : result.g;
  result.b = isNaN.b ? x.b : result.b;
  result.a = isNaN.a ? x.a : result.a;

  return result;
`,uc=D({opSnippet:ic,packedOpSnippet:ac,cpuKernelImpl:gs}),Yi={kernelName:Oo,backendName:"webgl",kernelFunc:uc};var lc=`
  if (isnan(x)) { return 0.0; }
  return sign(x);
`,cc=D({opSnippet:lc}),ji={kernelName:Fo,backendName:"webgl",kernelFunc:cc};var Qi="return a - b;",Mr=L({opSnippet:Qi,packedOpSnippet:Qi,supportsComplex:!0,cpuKernelImpl:Ts}),Zi={kernelName:"Sub",backendName:"webgl",kernelFunc:Mr};function dc(r){let{inputs:e,backend:t,attrs:o}=r,{logits:n}=e,{dim:s}=o,i=C.parseAxisParam([s],n.shape),u=Ur({inputs:{x:n},backend:t,attrs:{reductionIndices:i,keepDims:!1}}),a=T.expandShapeToKeepDim(u.shape,i),l=y({inputs:{x:u},backend:t,attrs:{shape:a}}),c=Mr({inputs:{a:n,b:l},backend:t}),p=kr({inputs:{x:c},backend:t}),f=st({inputs:{x:p},backend:t,attrs:{axis:i,keepDims:!1}}),d=y({inputs:{x:f},backend:t,attrs:{shape:a}}),h=Vr({inputs:{a:p,b:d},backend:t});return t.disposeIntermediateTensorInfo(u),t.disposeIntermediateTensorInfo(l),t.disposeIntermediateTensorInfo(c),t.disposeIntermediateTensorInfo(p),t.disposeIntermediateTensorInfo(f),t.disposeIntermediateTensorInfo(d),h}var Ji={kernelName:Uo,backendName:"webgl",kernelFunc:dc};var fc=`
  float epsilon = 1.1920928955078125e-7;
  float threshold = log(epsilon) + 2.0;

  bool too_large = x > -threshold;
  bool too_small = x < threshold;

  float result;
  float exp_x = exp(x);

  if (too_large){
    result = x;
  }
  else if (too_small){
    result = exp_x;
  }
  else{
    result = log(exp_x + 1.0);
  }
  return result;
`,hc=D({opSnippet:fc}),ea={kernelName:Do,backendName:"webgl",kernelFunc:hc};var mc=r=>{let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{blockShape:s,paddings:i}=o;C.assert(n.shape.length<=4,()=>"spaceToBatchND for rank > 4 with a WebGL backend not implemented yet");let u=s.reduce((m,x)=>m*x),a=[[0,0]];a.push(...i);for(let m=1+s.length;m<n.shape.length;++m)a.push([0,0]);let l=[],c=Br({inputs:{x:n},backend:t,attrs:{paddings:a,constantValue:0}}),p=T.getReshaped(c.shape,s,u,!1),f=T.getPermuted(p.length,s.length,!1),d=T.getReshapedPermuted(c.shape,s,u,!1),h=y({inputs:{x:c},backend:t,attrs:{shape:p}}),g=q({inputs:{x:h},backend:t,attrs:{perm:f}}),$=y({inputs:{x:g},backend:t,attrs:{shape:d}});return l.push(c),l.push(h),l.push(g),l.forEach(m=>t.disposeIntermediateTensorInfo(m)),$},ta={kernelName:ko,backendName:"webgl",kernelFunc:mc};function xc(r){let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{numOrSizeSplits:s,axis:i}=o,u=C.parseAxisParam(i,n.shape)[0],a=T.prepareSplitSize(n,s,u),l=n.shape.length,c=new Array(l).fill(0),p=n.shape.slice();return a.map(f=>{let d=[...p];d[u]=f;let h=ie({inputs:{x:n},backend:t,attrs:{begin:c,size:d}});return c[u]+=f,h})}var ra={kernelName:Lo,backendName:"webgl",kernelFunc:xc};var oa="return sqrt(x);",gc=D({opSnippet:oa,packedOpSnippet:oa,cpuKernelImpl:$s}),na={kernelName:Po,backendName:"webgl",kernelFunc:gc};var Cc="return x * x;",$c=D({opSnippet:Cc}),sa={kernelName:Vo,backendName:"webgl",kernelFunc:$c};var ia="return (a - b) * (a - b);",vc=L({opSnippet:ia,packedOpSnippet:ia}),aa={kernelName:Bo,backendName:"webgl",kernelFunc:vc};var ir=class{constructor(e,t,o){this.variableNames=["x"],this.outputShape=o;let n=o.length,s=F(o.length),i=F(o.length),u="";if(n===1)u="coords * strides + begin";else{let a=0;u=o.map((l,c)=>(a++,o.length===1?`coords * strides[${c}] + begin[${c}]`:`coords[${a-1}] * strides[${c}] + begin[${c}]`)).join(",")}this.userCode=`
      ${s} begin = ${s}(${e});
      ${s} strides = ${s}(${t});

      void main() {
        ${i} coords = getOutputCoords();
        setOutput(getX(${u}));
      }
    `}};function Tc(r){let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{begin:s,end:i,strides:u,beginMask:a,endMask:l,ellipsisMask:c,newAxisMask:p,shrinkAxisMask:f}=o,{finalShapeSparse:d,finalShape:h,isIdentity:g,sliceDim0:$,isSimpleSlice:m,begin:x,end:w,strides:b}=le.sliceInfo(n.shape,s,i,u,a,l,c,p,f),S;if(g)S=y({inputs:{x:n},backend:t,attrs:{shape:h}});else if($||m){C.assert(n.shape.length>=1,()=>`Input must have rank at least 1, got: ${n.shape.length}`);let I=le.computeOutShape(x,w,b),N=ie({inputs:{x:n},backend:t,attrs:{begin:x,size:I}});S=y({inputs:{x:N},backend:t,attrs:{shape:h}}),t.disposeIntermediateTensorInfo(N)}else if(t.shouldExecuteOnCPU([n])){let N=t.readSync(n.dataId),P=ge(n.shape,n.dtype,N),k=vs(d,P,b,x);S=t.makeTensorInfo(h,n.dtype,k.values)}else{let N=new ir(x,b,d);S=t.runWebGLProgram(N,[n],n.dtype)}let A=y({inputs:{x:S},backend:t,attrs:{shape:h}});return t.disposeIntermediateTensorInfo(S),A}var ua={kernelName:Mo,backendName:"webgl",kernelFunc:Tc};var bc=`
  float e2x = exp(-2.0 * abs(x));
  return sign(x) * (1.0 - e2x) / (1.0 + e2x);
`,Rc=D({opSnippet:bc}),la={kernelName:Wo,backendName:"webgl",kernelFunc:Rc};var ar=class{constructor(e,t){this.variableNames=["A"];let o=new Array(e.length);for(let i=0;i<o.length;i++)o[i]=e[i]*t[i];this.outputShape=o,this.rank=o.length;let n=F(this.rank),s=Ec(e);this.userCode=`
      void main() {
        ${n} resRC = getOutputCoords();
        setOutput(getA(${s}));
      }
    `}};function Ec(r){let e=r.length;if(e>5)throw Error(`Tile for rank ${e} is not yet supported`);if(e===1)return`imod(resRC, ${r[0]})`;let t=["resRC.x","resRC.y","resRC.z","resRC.w","resRC.u"],o=[];for(let n=0;n<r.length;n++)o.push(`imod(${t[n]}, ${r[n]})`);return o.join()}function Sc(r){let{inputs:e,backend:t,attrs:o}=r,{x:n}=e,{reps:s}=o;if(n.dtype==="string"||n.shape.length>5){let a=t.readSync(n.dataId),l=n.dtype==="string"?a.map(f=>C.decodeString(f)):a,c=ge(n.shape,n.dtype,l),p=bs(c,s);return t.makeTensorInfo(p.shape,p.dtype,p.values)}let i=new ar(n.shape,s);return t.runWebGLProgram(i,[n],n.dtype)}var ca={kernelName:Go,backendName:"webgl",kernelFunc:Sc};function wc(r){let{inputs:e,backend:t,attrs:o}=r,{value:n}=e,{axis:s}=o;s<0&&(s+=n.shape.length);let i=n,u=i.shape.length,a=n.shape[s],l=new Array(u-1),c=0;for(let g=0;g<u;g++)g!==s&&(l[c++]=i.shape[g]);let p=[],f=new Array(u).fill(0),d=i.shape.slice();d[s]=1;let h=new Array(a);for(let g=0;g<h.length;g++){f[s]=g;let $=ie({inputs:{x:i},backend:t,attrs:{begin:f,size:d}}),m=y({inputs:{x:$},backend:t,attrs:{shape:l}});h[g]=m,p.push($)}return p.forEach(g=>t.disposeIntermediateTensorInfo(g)),h}var pa={kernelName:Xo,backendName:"webgl",kernelFunc:wc};function yc(r){let{inputs:e,backend:t,attrs:o}=r,{a:n,b:s,bias:i,preluActivationWeights:u}=e,{transposeA:a,transposeB:l,activation:c,leakyreluAlpha:p}=o;return Ee({a:n,b:s,transposeA:a,transposeB:l,backend:t,bias:i,preluActivationWeights:u,leakyreluAlpha:p,activation:c})}var da={kernelName:Ho,backendName:"webgl",kernelFunc:yc};E(Bs);E(zs);E(Xs);E(Hs);E(ei);E(ri);E(si);E(ii);E(ui);E(li);E(ci);E(pi);E(di);E(fi);E(hi);E(mi);E(gi);E(Ci);E($i);E(vi);E(Ti);E(bi);E(Ri);E(Vs);E(Ms);E(Ei);E(Si);E(wi);E(_i);E(Ii);E(Ni);E(Fi);E(Oi);E(Di);E(Pi);E(qs);E(ki);E(Li);E(Ui);E(Bi);E(Ws);E(Vi);E(Mi);E(Wi);E(Gi);E(js);E(zi);E(Xi);E(Hi);E(Ki);E(qi);E(Yi);E(ji);E(ti);E(Ji);E(ea);E(ta);E(ra);E(na);E(sa);E(aa);E(ua);E(Zi);E(Zs);E(la);E(ca);E(Js);E(pa);E(da);
